import { shiftDay } from '../digest/day.ts';
import type { Edition, Story } from '../digest/edition.ts';
import { instantOf } from '../digest/instant.ts';
import { pressAt, pressSchedule } from '../digest/press.ts';
import { compareText } from '../text/compare.ts';
import type { Paper } from './make-paper.ts';

/** What the front page says of the next edition. */
export interface NextEdition {
  day: string;
  /** When it goes to press, ISO instant: from then on a page without it is late. */
  dueAt: string;
  /** How many articles wait for it. */
  items: number;
}

/** The edition after the latest one that went to press; null in a paper that has none. */
export function nextEdition({ almanac, waiting, config }: Paper): NextEdition | null {
  const latest = almanac.at(-1)?.day;
  if (latest === undefined) return null;
  const day = shiftDay(latest, 1);
  const due = pressAt(day, pressSchedule(config));
  return { day, dueAt: new Date(due).toISOString(), items: countOf(waiting) };
}

/** What has come since the latest edition, and the edition that it waits for. */
export interface LatestPage {
  /** Newest first. */
  stories: Story[];
  items: number;
  sources: number;
  /** The edition that the newest of it will stand in; null when nothing waits. */
  edition: string | null;
}

export function latestPage({ waiting }: Paper): LatestPage {
  const stories = waiting.flatMap((edition) => edition.stories);
  const items = stories.flatMap(({ lead, others }) => [lead, ...others]);
  return {
    stories: stories.toSorted((a, b) => compareText(newestIn(b), newestIn(a)) || compareText(a.id, b.id)),
    items: items.length,
    sources: new Set(items.map(({ feed }) => feed)).size,
    edition: waiting.at(-1)?.day ?? null,
  };
}

/** Whether the edition of a day has gone to press. */
export function wentToPress({ waiting }: Paper, day: string): boolean {
  return !waiting.some((edition) => edition.day === day);
}

function newestIn({ lead, others }: Story): string {
  return [lead, ...others].map(instantOf).reduce((a, b) => (a > b ? a : b));
}

function countOf(editions: readonly Edition[]): number {
  return editions.reduce((sum, { items }) => sum + items, 0);
}
