import type { Almanac } from '../digest/almanac.ts';
import { monthOf } from '../digest/day.ts';
import { dayFolder } from '../store/item-path.ts';
import { monthsWith } from './archive.ts';
import type { NeededItems } from './parts.ts';

/** The number of articles from which on a sparse checkout saves time. */
const large = 20_000;

/**
 * Patterns for `git sparse-checkout set --no-cone`: everything except the items of months that a nightly build does not
 * read. Future months are included, so that what a pull stores can be committed. Paths are below the repository;
 * `items` is the folder of the items in it.
 */
export function sparsePatterns(almanac: Almanac, reading: NeededItems, items: string): string[] {
  const total = almanac.reduce((sum, edition) => sum + edition.items, 0);
  if (total < large) return ['/*'];
  const days = new Set(reading.days);
  const whole = monthsWith(almanac.filter(({ day }) => days.has(day)));
  const read = new Set(
    whole.filter((month) => almanac.every(({ day }) => monthOf(day) !== month || days.has(day))),
  );
  const left = monthsWith(almanac).filter((month) => !read.has(month));
  const single = reading.days.filter((day) => !read.has(monthOf(day)));
  return [
    '/*',
    ...left.map((month) => `!/${items}/${dayFolder(month)}/`),
    ...single.map((day) => `/${items}/${dayFolder(day)}/`),
    ...reading.ofFeed.map(({ feed, day }) => `/${items}/${dayFolder(day)}/${feed}-????????????.md`).sort(),
  ];
}
