import type { Article } from './article.ts';
import type { StorySettings } from './story.ts';

/** An article as weighted terms; the squares of the weights add up to 1. */
export interface Vector {
  /** Codes in rising order, and the weight of each. */
  codes: number[];
  weights: number[];
}

/** Articles added to each count, so that a handful of items is weighed like a whole day. */
const smoothing = 50;
/** A feed with fewer articles than this is too small to tell furniture from news. */
const fewestOfFeed = 8;
const furnitureWeight = 0.1;
/** Terms of a text that is told in full; a shorter one is weighed as if the rest were not known. */
const wholeText = 60;

/** TF-IDF over the articles of a day: a term weighs by its rarity, more in a headline, little as furniture. */
export function vectorsOf(articles: readonly Article[], settings: StorySettings): Vector[] {
  const counts = countTerms(articles);
  const furniture = furnitureOf(articles, settings.furniture);
  const weigh = (code: number) => {
    const share = (articles.length + smoothing) / ((counts.get(code) ?? 0) + 0.5);
    return Math.log(Math.max(1, share)) ** settings.rarity * (furniture.has(code) ? furnitureWeight : 1);
  };
  return articles.map(({ titleTerms, textTerms }) =>
    normalised([
      ...[...titleTerms].map((code): [number, number] => [code, weigh(code) * settings.titleWeight]),
      ...[...textTerms].map((code): [number, number] => [code, weigh(code)]),
    ]),
  );
}

/** How alike two articles are: the cosine of their vectors, 0 to 1. */
export function cosine(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.codes.length && j < b.codes.length; ) {
    const difference = (a.codes[i] ?? 0) - (b.codes[j] ?? 0);
    if (difference === 0) sum += (a.weights[i] ?? 0) * (b.weights[j] ?? 0);
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return sum;
}

function normalised(weighted: [number, number][]): Vector {
  const sorted = weighted.filter(([, weight]) => weight > 0).sort(([a], [b]) => a - b);
  const squares = sorted.reduce((sum, [, weight]) => sum + weight ** 2, 0);
  const length = Math.sqrt(squares * Math.max(1, wholeText / sorted.length));
  return { codes: sorted.map(([code]) => code), weights: sorted.map(([, weight]) => weight / length) };
}

function countTerms(articles: readonly Article[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { titleTerms, textTerms } of articles) {
    for (const code of titleTerms) counts.set(code, (counts.get(code) ?? 0) + 1);
    for (const code of textTerms) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

function furnitureOf(articles: readonly Article[], share: number): Set<number> {
  const feeds = Map.groupBy(articles, ({ feeds }) => [...feeds].sort()[0] ?? '');
  const large = [...feeds.values()].filter((own) => own.length >= fewestOfFeed);
  return new Set(
    large.flatMap((own) =>
      [...countTerms(own)].filter(([, count]) => count > own.length * share).map(([code]) => code),
    ),
  );
}
