import type { APIContext } from 'astro';
import { monthParams } from '../../../paper/archive.ts';
import { archivedMonths } from '../../../paper/feeds/archived.ts';
import { monthFeed } from '../../../paper/feeds.ts';
import { openPaper, wanted } from '../../../paper.ts';

export async function getStaticPaths() {
  return archivedMonths(await openPaper())
    .filter(wanted)
    .map((month) => ({ params: monthParams(month) }));
}

export const GET = async ({ params }: APIContext) =>
  monthFeed(await openPaper(), `${params['year']}-${params['month']}`);
