import type { Article } from './article.ts';
import type { StorySettings } from './story.ts';
import type { VectorSpace } from './vectors.ts';

/** A day of so many items of a language, so alike on average, is measured by the plain cosine. */
const usualItems = 100;
/** A smaller day is measured like one of so many items. */
const fewestItems = 25;
const usualLikeness = 0.02;
/** Pairs of usual likeness that are added to those of a day. */
const background = 100;

/**
 * By what the cosines of each article are multiplied, so that one threshold serves all: less in a language whose
 * articles of the day are more alike on average (through its small words, the length of its texts, the theme of the
 * day), and less on a day of more articles, on which more pairs are alike by chance.
 */
export function scalesOf(
  articles: readonly Article[],
  { vectors, terms }: VectorSpace,
  { daySize, dayLikeness }: StorySettings,
): Float64Array {
  const scales = new Float64Array(articles.length).fill(1);
  const ofLanguage = Map.groupBy(articles.keys(), (index) => articles[index]?.language ?? '');
  for (const indexes of ofLanguage.values()) {
    const mean = meanLikeness(
      indexes.map((index) => vectors[index]).filter((vector) => vector !== undefined),
      terms,
    );
    const scale =
      (mean / usualLikeness) ** -dayLikeness *
      (Math.max(indexes.length, fewestItems) / usualItems) ** -daySize;
    for (const index of indexes) scales[index] = scale;
  }
  return scales;
}

/** The mean cosine over all pairs, from the sum of the vectors: cost grows in line with their number. */
function meanLikeness(vectors: readonly VectorSpace['vectors'][number][], terms: number): number {
  const sum = new Float64Array(terms);
  let own = 0;
  for (const { terms: held, weights } of vectors) {
    for (let at = 0; at < held.length; at += 1) {
      const [term = 0, weight = 0] = [held[at], weights[at]];
      sum[term] = (sum[term] ?? 0) + weight;
      own += weight ** 2;
    }
  }
  let all = 0;
  for (const each of sum) all += each ** 2;
  const pairs = (vectors.length * (vectors.length - 1)) / 2;
  return ((all - own) / 2 + usualLikeness * background) / (pairs + background);
}
