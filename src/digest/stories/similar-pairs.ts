import type { Article } from './article.ts';
import { resemblance } from './fingerprint.ts';
import { nameTwoCountries } from './reading.ts';
import type { StorySettings } from './story.ts';
import { type Vector, type VectorSpace, vectorSpace } from './vectors.ts';

/** Two articles with something in common: positions, `a` below `b`, and their cosine as far as it counts. */
export interface SimilarPair {
  a: number;
  b: number;
  likeness: number;
}

/** Terms in more articles than this bring no two articles together; it keeps the cost in line with their number. */
const mostShared = 40;
/** Likeness below this, and likeness by rare terms below this, count as none. */
const faintest = 0.03;

/** The pairs that share rare terms, each with its likeness; articles about two countries are no pair. */
export function similarPairs(articles: readonly Article[], settings: StorySettings): SimilarPair[] {
  const space = vectorSpace(articles, settings);
  const near = nearbyArticles(space);
  const weights = new Float64Array(space.terms);
  const pairs: SimilarPair[] = [];
  space.vectors.forEach((vector, b) => {
    for (let i = 0; i < vector.terms.length; i += 1) weights[vector.terms[i] ?? 0] = vector.weights[i] ?? 0;
    for (const a of near(b)) {
      const cosine = product(space.vectors[a] ?? vector, weights);
      const [one, other] = [articles[a], articles[b]];
      if (cosine < faintest || !one || !other || nameTwoCountries(one, other)) continue;
      const likeness = cosine * countingShare(one, other, settings);
      if (likeness >= faintest) pairs.push({ a, b, likeness });
    }
    for (const term of vector.terms) weights[term] = 0;
  });
  return pairs;
}

/** The cosine of a vector and one that is given as its weights by term. */
function product({ terms, weights }: Vector, other: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < terms.length; i += 1) sum += (weights[i] ?? 0) * (other[terms[i] ?? 0] ?? 0);
  return sum;
}

/**
 * Tells of each article, asked in rising order from the first, which articles before it are like it by rare terms.
 * In one list for all terms stand, one term after the other, the articles that hold it.
 */
function nearbyArticles({ vectors, terms: count }: VectorSpace): (b: number) => number[] {
  const starts = new Int32Array(count + 1);
  for (const { terms } of vectors) for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let term = 0; term < count; term += 1)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const ends = starts.slice(0, count);
  const holders = new Int32Array(starts[count] ?? 0);
  const weights = new Float64Array(holders.length);
  const shared = new Float64Array(vectors.length);
  return (b) => {
    const { terms, weights: own } = vectors[b] ?? { terms: [], weights: [] };
    const met: number[] = [];
    for (let i = 0; i < terms.length; i += 1) {
      const [term = 0, weight = 0] = [terms[i], own[i]];
      const [start = 0, end = 0, next = 0] = [starts[term], ends[term], starts[term + 1]];
      for (let at = next - start > mostShared ? end : start; at < end; at += 1) {
        const a = holders[at] ?? 0;
        if (shared[a] === 0) met.push(a);
        shared[a] = (shared[a] ?? 0) + weight * (weights[at] ?? 0);
      }
      holders[end] = b;
      weights[end] = weight;
      ends[term] = end + 1;
    }
    const near = met.filter((a) => (shared[a] ?? 0) >= faintest).sort((x, y) => x - y);
    for (const a of met) shared[a] = 0;
    return near;
  };
}

/**
 * How much of a likeness counts: less for headlines with no term in common, which look at two things; and less, the
 * more two articles of one feed have the same passage, with which the feed opens a series or ends each report. What
 * is the same text as a whole is not lessened.
 */
function countingShare(a: Article, b: Article, settings: StorySettings): number {
  const repeated = a.feeds.isDisjointFrom(b.feeds) ? 0 : resemblance(a.fingerprint, b.fingerprint);
  if (repeated >= settings.sameText) return 1;
  const headline = a.titleTerms.isDisjointFrom(b.titleTerms) ? settings.otherHeadline : 1;
  return headline * (1 - repeated) ** 2;
}
