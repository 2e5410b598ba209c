import type { APIContext } from 'astro';
import { monthParams } from '../../../paper/archive.ts';
import { archivedMonths } from '../../../paper/feeds/archived.ts';
import { monthFeed } from '../../../paper/feeds.ts';
import { paper, wanted } from '../../../paper.ts';

export async function getStaticPaths() {
  return archivedMonths(await paper())
    .filter(wanted)
    .map((month) => ({ params: monthParams(month) }));
}

export const GET = async ({ params }: APIContext) =>
  monthFeed(await paper(), `${params['year']}-${params['month']}`);
