import { repeatedLabels } from './headline-label.ts';
import { readItem, type StoryWords } from './reading.ts';
import { sameArticles } from './same-article.ts';
import type { StoryInput, StorySettings } from './story.ts';

/** One article, in as many items as feeds carry it; it reads as its newest item does. */
export interface Article extends StoryWords {
  /** Newest first: the headline in force is the last that was issued. */
  items: StoryInput[];
  feeds: Set<string>;
}

/** The articles that items are, sorted so that the same items in any order give the same list. */
export function articlesOf(items: readonly StoryInput[], settings: StorySettings): Article[] {
  const inOrder = items.toSorted(firstSeenFirst);
  const labels = repeatedLabels(inOrder);
  const sorted = inOrder.map((item, index) => ({ item, reading: readItem(item, labels[index]) }));
  return sameArticles(sorted, settings).flatMap((indexes) => {
    const newestFirst = indexes.toReversed().flatMap((index) => sorted[index] ?? []);
    const own = newestFirst.map(({ item }) => item);
    const lead = newestFirst[0];
    return lead ? [{ ...lead.reading, items: own, feeds: new Set(own.map(({ feed }) => feed)) }] : [];
  });
}

/** Oldest sight first, then by name. */
export function firstSeenFirst(a: StoryInput, b: StoryInput): number {
  if (a.firstSeenAt !== b.firstSeenAt) return a.firstSeenAt < b.firstSeenAt ? -1 : 1;
  return a.name < b.name ? -1 : 1;
}
