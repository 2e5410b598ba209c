import { everythingAsJson } from '../paper/feeds.ts';
import { openPaper } from '../paper.ts';

export const GET = async () => everythingAsJson(await openPaper());
