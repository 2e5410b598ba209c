import type { Almanac } from '../../digest/almanac.ts';
import { monthOf } from '../../digest/day.ts';
import type { Paper } from '../make-paper.ts';

/** An index is closed when it has so many articles: making one of three times as many takes 1 GB of memory. */
const articlesOfShard = 1000;

/**
 * The days of a month (`YYYY-MM`) shared out among search indexes, both in order. A later day never changes what
 * lies in the indexes before it, so that these need not be made again.
 */
export function shardsOf(all: Almanac, month: string): string[][] {
  const shards: { days: string[]; articles: number }[] = [];
  for (const { day, items } of all) {
    if (monthOf(day) !== month) continue;
    const open = shards.at(-1);
    if (open !== undefined && open.articles < articlesOfShard) {
      open.days.push(day);
      open.articles += items;
    } else shards.push({ days: [day], articles: items });
  }
  return shards.map(({ days }) => days);
}

/** The path of every index of a month. */
export function searchIndexes({ links, days }: Pick<Paper, 'links' | 'days'>, month: string): string[] {
  return shardsOf(days, month).map((_, index) => `${links.searchIndexes(month)}${index + 1}/`);
}
