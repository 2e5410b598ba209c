import type { Almanac } from '../../digest/almanac.ts';
import { monthOf } from '../../digest/day.ts';
import type { Paper } from '../make-paper.ts';

/** An index is full at this many articles: one three times as large takes 1 GB of memory to make. */
const articlesOfShard = 1000;

/**
 * Divides the days of a month (`YYYY-MM`) among search indexes, in order. A later day never changes an earlier index,
 * so that index need not be made again.
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
