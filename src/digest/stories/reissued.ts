import type { Article } from './article.ts';
import { resemblance } from './fingerprint.ts';
import type { StorySettings } from './story.ts';

/**
 * Names of the items of today that their feed had in the edition of the day before already, and has issued again after
 * midnight: the same text under a headline with the same numbers, as a daily figure or column comes with others.
 */
export function reissuedItems(
  before: readonly Article[],
  today: readonly Article[],
  { sameText }: StorySettings,
): Set<string> {
  const ofFeed = new Map<string, Article[]>();
  for (const article of before) {
    for (const feed of article.feeds) ofFeed.set(feed, [...(ofFeed.get(feed) ?? []), article]);
  }
  return new Set(
    today.flatMap((article) =>
      article.items
        .filter(({ feed }) =>
          (ofFeed.get(feed) ?? []).some(
            (earlier) =>
              resemblance(earlier.fingerprint, article.fingerprint) >= sameText &&
              earlier.numbers.symmetricDifference(article.numbers).size === 0,
          ),
        )
        .map(({ name }) => name),
    ),
  );
}
