import { everythingAsJson } from '../paper/feeds.ts';
import { paper } from '../paper.ts';

export const GET = async () => everythingAsJson(await paper());
