import type { SimilarPair } from './similar-pairs.ts';
import type { StorySettings } from './story.ts';

/** Articles taken as one story, as far as its likeness to another depends on them. */
export interface Gathering {
  articles: number;
  /** How many articles each feed has in it. */
  feeds: Map<string, number>;
  /** Sum of the roots of the likenesses of its articles, each pair once. */
  roots: number;
}

/** Articles, given by the feeds of each, of which it is not known yet how alike they are. */
export function gather(feedsOfEach: readonly ReadonlySet<string>[]): Gathering {
  const feeds = new Map<string, number>();
  for (const feed of feedsOfEach.flatMap((each) => [...each])) feeds.set(feed, (feeds.get(feed) ?? 0) + 1);
  return { articles: feedsOfEach.length, feeds, roots: 0 };
}

/**
 * How alike two stories are: part the mean over all pairs of articles (average link, so no chain of neighbours makes
 * a story) and part the cosine of the stories as wholes (so a short article still finds a story that is told at
 * length); two stories that several tell apart must be more alike to be one. The mean is that of the roots, squared,
 * so that being like all articles of a story counts more than being very like one of them. `between` is the sum of
 * the roots of the likenesses of an article of one and an article of the other.
 */
export function likenessOf(a: Gathering, b: Gathering, between: number, settings: StorySettings): number {
  const pairs = a.articles * b.articles;
  let sameFeed = 0;
  for (const [feed, count] of a.feeds) sameFeed += count * (b.feeds.get(feed) ?? 0);
  const mean = (between / pairs) ** 2;
  const whole = (mean * pairs) / Math.sqrt(squareOf(a) * squareOf(b));
  const likeness = mean * (1 - settings.wholeShare) + whole * settings.wholeShare;
  return (
    (likeness - (settings.sameFeed * sameFeed) / pairs) /
    Math.min(a.articles, b.articles) ** settings.ownStories
  );
}

/** Square of the length of the sum of the vectors of its articles, by the mean of their roots too. */
function squareOf({ articles, roots }: Gathering): number {
  const pairs = (articles * (articles - 1)) / 2;
  return articles + (pairs === 0 ? 0 : (2 * roots ** 2) / pairs);
}

/** How alike two stories are, given as sets of positions, by the measure that makes two stories one. */
export function storyLikeness(
  one: readonly number[],
  other: readonly number[],
  feeds: readonly ReadonlySet<string>[],
  pairs: readonly SimilarPair[],
  settings: StorySettings,
): number {
  const gathered = (positions: readonly number[]) => gather(positions.flatMap((each) => feeds[each] ?? []));
  const [a, b] = [gathered(one), gathered(other)];
  const [inOne, inOther] = [new Set(one), new Set(other)];
  let between = 0;
  for (const pair of pairs) {
    const root = Math.sqrt(pair.likeness);
    if (inOne.has(pair.a) && inOne.has(pair.b)) a.roots += root;
    else if (inOther.has(pair.a) && inOther.has(pair.b)) b.roots += root;
    else if (inOne.has(pair.a) ? inOther.has(pair.b) : inOne.has(pair.b) && inOther.has(pair.a)) {
      between += root;
    }
  }
  return likenessOf(a, b, between, settings);
}
