import type { APIContext } from 'astro';
import { archivedMonths, monthFeed } from '../../../paper/feeds.ts';
import { paper } from '../../../paper.ts';

export async function getStaticPaths() {
  const months = await archivedMonths(await paper());
  return months.map((month) => ({ params: { year: month.slice(0, 4), month: month.slice(5) } }));
}

export const GET = async ({ params }: APIContext) =>
  monthFeed(await paper(), `${params['year']}-${params['month']}`);
