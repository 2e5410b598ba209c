import { statusFeed } from '../paper/feeds.ts';
import { openPaper } from '../paper.ts';

export const GET = async () => statusFeed(await openPaper());
