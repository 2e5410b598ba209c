import type { PressRecord } from '../store/press-record.ts';
import { compareText } from '../text/compare.ts';
import { lookUp } from '../text/look-up.ts';
import type { Volume } from './volume.ts';

/** What is known of an edition without reading its items. */
export interface EditionCount {
  day: string;
  /** 1 for the first edition of the paper. */
  number: number;
  items: number;
  sources: number;
  /** Reading time of everything in it. */
  minutes: number;
  /** Items by feed. */
  feeds: Readonly<Record<string, number>>;
  /** Stored items of the day that are in no edition, because they are muted or removed. */
  hidden: number;
}

/** The days of a paper with articles, oldest first: its editions, and the one that is gathered. */
export type Almanac = readonly EditionCount[];

/** Makes the almanac from the records of the volumes, given in any order. */
export function almanacOf(volumes: readonly Volume[]): Almanac {
  return volumes
    .flatMap(({ days, hidden }) =>
      Object.entries(days).map(([day, counted]) => ({ day, ...counted, hidden: hidden[day]?.length ?? 0 })),
    )
    .sort((a, b) => compareText(a.day, b.day))
    .map(({ day, minutes, feeds, hidden }, index) => {
      const counts = Object.values(feeds);
      const items = counts.reduce((sum, count) => sum + count, 0);
      return { day, number: index + 1, items, sources: counts.length, minutes, feeds, hidden };
    });
}

/** Number of items of one feed by day, oldest first; days without items are left out. */
export function daysOfFeed(almanac: Almanac, feed: string): Map<string, number> {
  return new Map(
    almanac.flatMap(({ day, feeds }): [string, number][] => {
      const count = lookUp(feeds, feed);
      return count === undefined ? [] : [[day, count]];
    }),
  );
}

/** The days of an almanac: editions that went to press, and what is gathered for the next ones. */
export interface SplitAlmanac {
  printed: Almanac;
  waiting: Almanac;
}

/** Splits an almanac after the latest edition that went to press; without one on record, all of it did. */
export function splitAtPress(days: Almanac, record: PressRecord | null): SplitAlmanac {
  const isPrinted = ({ day }: EditionCount) => record === null || day <= record.edition;
  return { printed: days.filter(isPrinted), waiting: days.filter((count) => !isPrinted(count)) };
}
