import { statusFeed } from '../paper/feeds.ts';
import { paper } from '../paper.ts';

export const GET = async () => statusFeed(await paper());
