import { monthOf } from '../day.ts';
import type { FeedStory } from './feed-story.ts';

/**
 * The stories of open months that the live feed does not carry. They wait in a document of their own between the live
 * feed and the closed months (RFC 5005), so that each entry is in exactly one document. Months before `firstOpen`
 * (`YYYY-MM`) are closed: the document of a closed month never changes again. `live` holds the names of the leads that
 * the live feed carries.
 */
export function waitingStories(
  feedStories: readonly FeedStory[],
  live: ReadonlySet<string>,
  firstOpen: string,
): FeedStory[] {
  return openStories(feedStories, firstOpen).filter(({ lead }) => !live.has(lead.name));
}

/** The stories of open months: the only ones that the live feed may carry. */
export function openStories(feedStories: readonly FeedStory[], firstOpen: string): FeedStory[] {
  return feedStories.filter(({ lead }) => monthOf(lead.day) >= firstOpen);
}

/** The months (`YYYY-MM`) with editions that have closed, newest first. */
export function closedMonths(days: readonly { day: string }[], firstOpen: string): string[] {
  const months = new Set(days.map(({ day }) => monthOf(day)));
  return [...months]
    .filter((month) => month < firstOpen)
    .sort()
    .reverse();
}
