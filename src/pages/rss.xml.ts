import { everythingFeed } from '../paper/feeds.ts';
import { openPaper } from '../paper.ts';

export const GET = async () => everythingFeed(await openPaper());
