import { originalsList } from '../paper/feeds.ts';
import { paper } from '../paper.ts';

export const GET = async () => originalsList(await paper());
