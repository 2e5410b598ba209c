import type { Almanac } from './almanac.ts';
import { monthOf, shiftDay } from './day.ts';

/**
 * How many days the front reads (home, feeds, sources, topics, books). It does not grow with the age of the paper, so a
 * nightly build costs the same in the tenth year as in the first.
 */
export interface FrontReach {
  /** First day of which every item is read; '' before the first edition. */
  from: string;
  /** For feeds with few items since `from`: the earlier days that hold their latest items, by feed. */
  earlier: ReadonlyMap<string, readonly string[]>;
  /** First open month (`YYYY-MM`) in the archive of the feed: every month before it is closed. */
  firstOpen: string;
}

/** Editions that the front always reads: a month of finished ones for the feed of editions, and the open one. */
const editionsRead = 32;

/** How many of its latest items a source keeps in its list and its feed, however old they are. */
const itemsOfSource = 20;

/**
 * `feedItems` is how many items the published feeds carry. A month closes once no item can come into it (a pull puts
 * items into the latest edition that went to press or later ones) and the months after
 * it hold enough for the live feed, twice over, because an entry of it may tell of several items.
 */
export function frontReach(almanac: Almanac, feedItems: number): FrontReach {
  const latest = almanac.at(-1)?.day;
  if (latest === undefined) return { from: '', earlier: new Map(), firstOpen: '' };
  const firstOpen = openMonth(almanac, monthOf(shiftDay(latest, -1)), feedItems * 2);
  const month = almanac.find(({ day }) => monthOf(day) >= firstOpen)?.day ?? latest;
  const edition = almanac.at(-editionsRead)?.day ?? almanac[0]?.day ?? latest;
  const from = month < edition ? month : edition;
  return { from, earlier: earlierDays(almanac, from), firstOpen };
}

/** The latest month, not after `month`, from which on there are at least `enough` items. */
function openMonth(almanac: Almanac, month: string, enough: number): string {
  let items = 0;
  let open = month;
  for (const edition of almanac.toReversed()) {
    const ofEdition = monthOf(edition.day);
    if (ofEdition < open && items >= enough) break;
    if (ofEdition < open) open = ofEdition;
    items += edition.items;
  }
  return open;
}

function earlierDays(almanac: Almanac, from: string): Map<string, string[]> {
  const counts = new Map<string, number>();
  const days = new Map<string, string[]>();
  for (const { day, feeds } of almanac.toReversed()) {
    for (const [feed, items] of Object.entries(feeds)) {
      const known = counts.get(feed) ?? 0;
      counts.set(feed, known + items);
      if (day >= from || known >= itemsOfSource) continue;
      days.set(feed, [...(days.get(feed) ?? []), day]);
    }
  }
  return days;
}
