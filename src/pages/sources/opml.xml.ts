import { sourcesList } from '../../paper/feeds.ts';
import { openPaper } from '../../paper.ts';

export const GET = async () => sourcesList(await openPaper());
