import type { PlacedItem } from '../../store/stored-item.ts';
import type { FeedStory } from './feed-story.ts';

/** Runs of one day count as one night: a reader that asks a feed once a day gets all that they brought. */
const nightMs = 24 * 3_600_000;

/** The instant after which everything that was first seen belongs to the last night; null without items. */
export function lastNightAfter(items: readonly PlacedItem[]): string | null {
  const last = items.reduce((latest, { firstSeenAt }) => (firstSeenAt > latest ? firstSeenAt : latest), '');
  return last === '' ? null : new Date(Date.parse(last) - nightMs).toISOString();
}

/**
 * How many entries hold all that the last night brought, in feed stories that are in the order in which a feed is filled.
 * `after` comes from `lastNightAfter`.
 */
export function entriesOfNight(feedStories: readonly FeedStory[], after: string | null): number {
  if (after === null) return 0;
  return 1 + feedStories.findLastIndex(({ lead }) => lead.firstSeenAt > after);
}
