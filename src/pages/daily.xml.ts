import { dailyFeed } from '../paper/feeds.ts';
import { openPaper } from '../paper.ts';

export const GET = async () => dailyFeed(await openPaper());
