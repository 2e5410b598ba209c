import { everythingFeed } from '../paper/feeds.ts';
import { paper } from '../paper.ts';

export const GET = async () => everythingFeed(await paper());
