import { dailyFeed } from '../paper/feeds.ts';
import { paper } from '../paper.ts';

export const GET = async () => dailyFeed(await paper());
