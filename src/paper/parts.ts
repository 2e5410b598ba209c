import type { Almanac } from '../digest/almanac.ts';
import { monthOf, shiftDay } from '../digest/day.ts';
import type { FrontReach } from '../digest/front-reach.ts';

/**
 * A site is built in parts: the front (all that is about the paper as a whole) and each month of editions. A part
 * has the same bytes, whichever other parts are built with it.
 */
export interface Parts {
  front: boolean;
  /** Months (`YYYY-MM`) to build; null for every one there is. */
  months: ReadonlySet<string> | null;
}

/** The whole paper. */
export const wholePaper: Parts = { front: true, months: null };

/** Reads the names of parts, such as `front 2026-10 2026-11`; '' means the whole paper. */
export function readParts(text: string): Parts {
  const names = text.split(/\s+/).filter((name) => name !== '');
  if (names.length === 0) return wholePaper;
  return { front: names.includes('front'), months: new Set(names.filter((name) => name !== 'front')) };
}

export function hasMonth({ months }: Parts, month: string): boolean {
  return months?.has(month) ?? true;
}

/** Whether a path of the site (without its base) belongs to one of the parts: `2026/11/22/` belongs to `2026-11`. */
export function hasPath(parts: Parts, path: string): boolean {
  const [, year, month] = /^(\d{4})\/(\d{2})(?:\/|$)/.exec(path) ?? [];
  return year === undefined ? parts.front : hasMonth(parts, `${year}-${month}`);
}

/** The items that a build reads: all items of some days, and the items of single feeds on other days. */
export interface NeededItems {
  days: string[];
  ofFeed: { feed: string; day: string }[];
}

/**
 * The items that are needed to build parts of a paper. A month also needs the day before it, since its stories may
 * continue. Null means all items.
 */
export function neededItems(parts: Parts, almanac: Almanac, reach: FrontReach): NeededItems | null {
  if (parts.months === null) return null;
  const wanted = new Set<string>();
  for (const { day } of almanac) {
    const inFront = parts.front && day >= reach.from;
    const opensMonth = parts.months.has(monthOf(shiftDay(day, 1)));
    if (inFront || parts.months.has(monthOf(day)) || opensMonth) wanted.add(day);
  }
  const earlier = parts.front ? [...reach.earlier] : [];
  return {
    days: [...wanted].sort(),
    ofFeed: earlier
      .flatMap(([feed, days]) => days.map((day) => ({ feed, day })))
      .filter(({ day }) => !wanted.has(day)),
  };
}
