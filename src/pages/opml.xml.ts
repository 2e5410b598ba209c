import { originalsList } from '../paper/feeds.ts';
import { openPaper } from '../paper.ts';

export const GET = async () => originalsList(await openPaper());
