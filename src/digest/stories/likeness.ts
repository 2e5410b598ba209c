import type { SimilarPair } from './similar-pairs.ts';
import type { StorySettings } from './story.ts';

/** Articles taken as one story, as far as its likeness to another depends on them. */
export interface Gathering {
  articles: number;
  /** Sum of the likenesses of its articles, each pair once, each to the power of `evenness`. */
  powers: number;
}

/** So many articles of which it is not known yet how alike they are. */
export function gather(articles: number): Gathering {
  return { articles, powers: 0 };
}

/**
 * How alike two stories are: part the mean over all pairs of articles (average link, so no chain of neighbours makes
 * a story) and part the cosine of the stories as wholes (so a short article still finds a story that is told at
 * length); two stories that several tell apart must be more alike to be one. `between` is the sum of the powers of
 * the likenesses of an article of one and an article of the other.
 */
export function likenessOf(a: Gathering, b: Gathering, between: number, settings: StorySettings): number {
  const pairs = a.articles * b.articles;
  const mean = (between / pairs) ** (1 / settings.evenness);
  const whole = (mean * pairs) / Math.sqrt(squareOf(a, settings) * squareOf(b, settings));
  const likeness = mean * (1 - settings.wholeShare) + whole * settings.wholeShare;
  return likeness / Math.min(a.articles, b.articles) ** settings.ownStories;
}

/** Square of the length of the sum of the vectors of its articles, by the mean of their powers too. */
function squareOf({ articles, powers }: Gathering, { evenness }: StorySettings): number {
  const pairs = (articles * (articles - 1)) / 2;
  return articles + (pairs === 0 ? 0 : 2 * pairs * (powers / pairs) ** (1 / evenness));
}

/** How alike two stories are, given as sets of positions, by the measure that makes two stories one. */
export function storyLikeness(
  one: readonly number[],
  other: readonly number[],
  pairs: readonly SimilarPair[],
  settings: StorySettings,
): number {
  const [a, b] = [gather(one.length), gather(other.length)];
  const [inOne, inOther] = [new Set(one), new Set(other)];
  let between = 0;
  for (const pair of pairs) {
    const power = pair.likeness ** settings.evenness;
    if (inOne.has(pair.a) && inOne.has(pair.b)) a.powers += power;
    else if (inOther.has(pair.a) && inOther.has(pair.b)) b.powers += power;
    else if (inOne.has(pair.a) ? inOther.has(pair.b) : inOne.has(pair.b) && inOther.has(pair.a)) {
      between += power;
    }
  }
  return likenessOf(a, b, between, settings);
}

/** Of each article the sum of its likenesses to the others of its story; stories are sets of positions. */
export function likenessWithin(
  stories: readonly number[][],
  pairs: readonly SimilarPair[],
  articles: number,
): Float64Array {
  const storyOf = new Int32Array(articles);
  stories.forEach((indexes, story) => {
    for (const index of indexes) storyOf[index] = story;
  });
  const sums = new Float64Array(articles);
  for (const { a, b, likeness } of pairs) {
    if (storyOf[a] !== storyOf[b]) continue;
    sums[a] = (sums[a] ?? 0) + likeness;
    sums[b] = (sums[b] ?? 0) + likeness;
  }
  return sums;
}
