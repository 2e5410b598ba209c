import { sourcesList } from '../../paper/feeds.ts';
import { paper } from '../../paper.ts';

export const GET = async () => sourcesList(await paper());
