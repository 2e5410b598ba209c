import { paperFeed } from '../paper/feeds.ts';
import { paper } from '../paper.ts';

export const GET = async () => paperFeed(await paper());
