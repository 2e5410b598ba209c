import type { Article } from './article.ts';
import { resemblance } from './fingerprint.ts';
import { nameTwoCountries } from './reading.ts';
import type { StorySettings } from './story.ts';
import { cosine, type Vector } from './vectors.ts';

/** Two articles with something in common: positions, `a` below `b`, and their cosine as far as it counts. */
export interface SimilarPair {
  a: number;
  b: number;
  likeness: number;
}

/** Terms in more articles than this bring no two articles together; it keeps the cost in line with their number. */
const mostShared = 60;
/** Likeness by rare terms below this counts as none. */
const faintest = 0.03;

/**
 * The pairs that share rare terms, each with its likeness; articles about two countries are no pair.
 */
export function similarPairs(
  articles: readonly Article[],
  vectors: readonly Vector[],
  settings: StorySettings,
): SimilarPair[] {
  const holders = holdersOf(vectors);
  const shared = new Float64Array(vectors.length);
  const pairs: SimilarPair[] = [];
  vectors.forEach((vector, b) => {
    const met: number[] = [];
    vector.codes.forEach((code, at) => {
      const own = vector.weights[at] ?? 0;
      const { indexes, weights } = holders.get(code) ?? nobody;
      for (let i = 0; i < indexes.length; i += 1) {
        const index = indexes[i] ?? b;
        if (index >= b) break;
        const before = shared[index] ?? 0;
        if (before === 0) met.push(index);
        shared[index] = before + own * (weights[i] ?? 0);
      }
    });
    for (const a of met.sort((x, y) => x - y)) {
      const isNear = (shared[a] ?? 0) >= faintest;
      shared[a] = 0;
      const [one, other] = [articles[a], articles[b]];
      if (!isNear || !one || !other || nameTwoCountries(one, other)) continue;
      const likeness = cosine(vectors[a] ?? vector, vector) * freshShare(one, other, settings);
      pairs.push({ a, b, likeness });
    }
  });
  return pairs;
}

/** Articles that hold a term, in rising order, and its weight in each. */
interface Holders {
  indexes: number[];
  weights: number[];
}

const nobody: Holders = { indexes: [], weights: [] };

/** The holders of each term that few enough share. */
function holdersOf(vectors: readonly Vector[]): Map<number, Holders> {
  const holders = new Map<number, Holders>();
  vectors.forEach(({ codes, weights }, index) => {
    codes.forEach((code, at) => {
      const found = holders.get(code) ?? { indexes: [], weights: [] };
      found.indexes.push(index);
      found.weights.push(weights[at] ?? 0);
      holders.set(code, found);
    });
  });
  for (const [code, { indexes }] of holders) {
    if (indexes.length < 2 || indexes.length > mostShared) holders.delete(code);
  }
  return holders;
}

/**
 * How much of a likeness counts: less, the more two articles of one feed have the same passage, with which the
 * feed opens a series or ends each report. What is the same text as a whole is not lessened.
 */
function freshShare(a: Article, b: Article, settings: StorySettings): number {
  if (a.feeds.isDisjointFrom(b.feeds)) return 1;
  const repeated = resemblance(a.fingerprint, b.fingerprint);
  return repeated < settings.sameText ? (1 - repeated) ** 2 : 1;
}
