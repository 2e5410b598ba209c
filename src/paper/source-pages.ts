import { yearOf } from '../digest/day.ts';
import { byTimeThenFeed } from '../digest/edition.ts';
import type { PlacedItem } from '../store/stored-item.ts';
import { compareText } from '../text/compare.ts';
import { yearCalendars } from './archive.ts';
import type { CalendarMonth } from './calendar.ts';
import type { Paper } from './make-paper.ts';
import type { Source } from './sources.ts';

/** The state of a source; the interface has a phrase for each. */
export type Health = 'fine' | 'waiting' | 'failing' | 'paused' | 'retired' | 'gone';

export function healthOf({ config, state, total }: Source): Health {
  if (config === null || config.retire) return 'gone';
  if (!config.enabled) return 'paused';
  if (state?.retired) return 'retired';
  if (state?.failure) return 'failing';
  return state?.lastSuccessAt || total > 0 ? 'fine' : 'waiting';
}

/** Items of one day, newest first. */
interface DayOfItems {
  day: string;
  items: PlacedItem[];
  /** Whether these are all its items. */
  whole: boolean;
}

/** A list of items that may be too long for one page: the newest days, and calendars that link to the other days. */
export interface ItemList {
  days: DayOfItems[];
  /** The latest year with items, with the days that have some; null when there are no items. */
  year: string | null;
  calendars: CalendarMonth[];
}

/** How many items a page lists; its calendar links to the older ones. */
const LISTED = 100;

/** `items` are newest first; `counts` holds the number of all items by day. */
export function itemList(items: readonly PlacedItem[], counts: ReadonlyMap<string, number>): ItemList {
  const byDay = Map.groupBy(items.slice(0, LISTED), ({ day }) => day);
  const days = [...byDay]
    .map(([day, ofDay]) => ({ day, items: ofDay, whole: ofDay.length === counts.get(day) }))
    .sort((a, b) => (a.day < b.day ? 1 : -1));
  const year = [...counts.keys()].map(yearOf).sort().at(-1) ?? null;
  return { days, year, calendars: year === null ? [] : yearCalendars(year, counts) };
}

/** The items of every feed of a topic that the front reads, newest first. */
export function topicItems(paper: Paper, topic: string): PlacedItem[] {
  return topicSources(paper, topic)
    .flatMap(({ items }) => items)
    .sort((a, b) => compareText(b.day, a.day) || byTimeThenFeed(a, b, paper.config));
}

/** The number of all items of the feeds of a topic, by day. */
export function topicDays(paper: Paper, topic: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { days } of topicSources(paper, topic))
    for (const [day, items] of days) counts.set(day, (counts.get(day) ?? 0) + items);
  return counts;
}

export function topicTotal(paper: Paper, topic: string): number {
  return topicSources(paper, topic).reduce((sum, { total }) => sum + total, 0);
}

export function topicSources(paper: Paper, topic: string): Source[] {
  return [...paper.sources.values()].filter((source) => source.topics.includes(topic));
}
