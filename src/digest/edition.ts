import type { Config } from '../config.ts';
import type { PlacedItem } from './stored-item.ts';

/** Items about one event: the one to show first, then the others. */
export interface Story {
  /** Stable within the edition: the name of the lead item. */
  id: string;
  lead: PlacedItem;
  others: PlacedItem[];
  /** Number of distinct feeds that tell it. */
  sources: number;
}

/** One day of the paper. */
export interface Edition {
  day: string;
  /** 1 for the first edition of the paper. */
  number: number;
  /** What matters most first. */
  stories: Story[];
  items: number;
  sources: number;
  /** Reading time of everything in it. */
  minutes: number;
}

/** The editions of a paper, oldest first; days without items have none. */
export function editionsOf(items: readonly PlacedItem[], config: Config): Edition[] {
  const byDay = Map.groupBy(items, (item) => item.day);
  return [...byDay.keys()]
    .sort()
    .map((day, index) => ({ ...makeEdition(day, byDay.get(day) ?? [], config), number: index + 1 }));
}

/** One edition out of the items of its day; `number` is 1 until the paper counts it. */
export function makeEdition(day: string, items: readonly PlacedItem[], config: Config): Edition {
  const stories = items
    .map((lead): Story => ({ id: lead.name, lead, others: [], sources: 1 }))
    .sort((a, b) => undatedLast(a.lead, b.lead) || byTimeThenFeed(a.lead, b.lead, config));
  return {
    day,
    number: 1,
    stories,
    items: items.length,
    sources: new Set(items.map((item) => item.feed)).size,
    minutes: items.reduce((sum, item) => sum + item.minutes, 0),
  };
}

/** An item without a date of its own would otherwise always be the newest. */
function undatedLast(a: PlacedItem, b: PlacedItem): number {
  return Number(a.publishedAt === null) - Number(b.publishedAt === null);
}

/** The instant an item is shown and sorted under. */
export function instantOf(item: PlacedItem): string {
  const { publishedAt, firstSeenAt } = item;
  return publishedAt !== null && publishedAt <= firstSeenAt ? publishedAt : firstSeenAt;
}

/** Newest first; of the same instant in the order of the configuration, then by name. */
export function byTimeThenFeed(a: PlacedItem, b: PlacedItem, config: Config): number {
  const rank = (item: PlacedItem) => config.feeds.findIndex((feed) => feed.id === item.feed);
  return compare(instantOf(b), instantOf(a)) || rank(a) - rank(b) || compare(a.name, b.name);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
