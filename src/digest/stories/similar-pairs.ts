import type { Article } from './article.ts';
import { TermIndex } from './common-weight.ts';
import { countingLikeness, reductionsOf, whyNoPair } from './counting.ts';
import { scalesOf } from './scale.ts';
import type { StorySettings } from './story.ts';
import { type VectorSpace, vectorSpace } from './vectors.ts';

/** Two articles with something in common: positions, `a` below `b`, and their cosine as far as it counts. */
export interface SimilarPair {
  a: number;
  b: number;
  likeness: number;
}

/** Terms in more articles than this bring no two articles together; it keeps the cost in line with their number. */
const mostShared = 40;
/** Likeness below this, and likeness by rare terms below this, count as none. */
const faintest = 0.02;

/** The pairs that share rare terms, each with its likeness; articles that cannot be about one event are no pair. */
export function similarPairs(articles: readonly Article[], settings: StorySettings): SimilarPair[] {
  const space = vectorSpace(articles, settings);
  const near = nearbyArticles(space);
  const scales = scalesOf(articles, space, settings);
  const index = new TermIndex(space.terms);
  const pairs: SimilarPair[] = [];
  space.vectors.forEach((vector, b) => {
    const other = articles[b];
    if (!other) return;
    index.set(vector, other.titleTerms.size);
    for (const a of near(b)) {
      const [one, own] = [articles[a], space.vectors[a]];
      if (!one || !own || whyNoPair(one, other) !== null) continue;
      const cosine = index.common(own, one.titleTerms.size, one.language, settings);
      if (cosine < faintest) continue;
      const scale = Math.sqrt((scales[a] ?? 1) * (scales[b] ?? 1));
      const likeness = countingLikeness(cosine * scale, reductionsOf(one, other, settings));
      if (likeness >= faintest) pairs.push({ a, b, likeness });
    }
    index.clear(vector);
  });
  return pairs;
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
        const part = weight * (weights[at] ?? 0);
        if (part > 0 && shared[a] === 0) met.push(a);
        shared[a] = (shared[a] ?? 0) + part;
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
