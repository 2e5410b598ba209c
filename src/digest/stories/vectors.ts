import type { Article } from './article.ts';
import { frequentWords } from './frequent-words.ts';
import { furnitureOf } from './furniture.ts';
import { mostTerms, termCode } from './signature.ts';
import type { StorySettings } from './story.ts';
import { numberTerms, type TermNumbers } from './term-numbers.ts';

/** An article as weighted terms; the squares of the weights add up to less than 1, the less the shorter it is. */
export interface Vector {
  /** Numbers of the terms, those of the headline in front. */
  terms: Int32Array;
  weights: Float64Array;
}

/** The articles of a day as vectors. */
export interface VectorSpace {
  vectors: Vector[];
  /** How many terms there are; each has a number below. */
  terms: number;
}

/** Articles added to those of a day, so that a handful of items is weighed like a whole day. */
const background = 35;
/** Share of the articles of the background that hold a term. */
const heldByChance = 0.01;
/** Articles that hold a frequent word beside those of the day: by Zipf's law 350 for the first, 17 for the last. */
const frequency = new Map(
  frequentWords.map((word, rank): [number, number] => [termCode(word), 35_000 / (rank + 100)]),
);
/** Weight that a term of a feed's furniture keeps. */
const furnitureWeight = 0.1;

/**
 * The articles of a day as vectors: a term weighs by its rarity among the articles of its language, a term of the text
 * less than one of the headline, and the less the later it stands, as a signature begins with what the lead repeats.
 */
export function vectorSpace(articles: readonly Article[], settings: StorySettings): VectorSpace {
  const numbered = numberTerms(articles);
  const rarities = raritiesByLanguage(articles, numbered, settings);
  const furniture = furnitureOf(articles, numbered.held, settings.furniture);
  const vectors = articles.map((article, index) => {
    const terms = numbered.held[index] ?? new Int32Array();
    const ofLanguage = rarities.get(article.language) ?? new Float64Array(numbered.count);
    const weights = weigh(terms, article, ofLanguage, settings);
    const repeated = furniture.get(article);
    if (repeated) {
      for (let at = 0; at < terms.length; at += 1) {
        if (repeated.has(terms[at] ?? -1)) weights[at] = (weights[at] ?? 0) * furnitureWeight;
      }
    }
    return { terms, weights: shorten(weights, settings.untold * unitSquare(settings)) };
  });
  return { vectors, terms: numbered.count };
}

/**
 * By language, the weight of each term by its number: how surprising it is that an article holds it which is not one
 * of the first two to hold it.
 */
function raritiesByLanguage(
  articles: readonly Article[],
  { held, count, numbers }: TermNumbers,
  { rarity }: StorySettings,
): Map<string, Float64Array> {
  const frequent = new Float64Array(count);
  for (const [code, number] of numbers) frequent[number] = frequency.get(code) ?? 0;
  const ofLanguage = Map.groupBy(articles.keys(), (index) => articles[index]?.language ?? '');
  return new Map(
    [...ofLanguage].map(([language, indexes]) => {
      const holders = new Float64Array(count);
      for (const index of indexes) {
        for (const term of held[index] ?? []) holders[term] = (holders[term] ?? 0) + 1;
      }
      const all = Math.max(0, indexes.length - 2) + background;
      const weights = holders.map((each, term) => {
        const others = Math.max(0, each - 2) + (frequent[term] ?? 0) + background * heldByChance;
        return Math.max(0, -Math.log(others / all)) ** rarity;
      });
      return [language, weights];
    }),
  );
}

/** Square of the weight of a term that only the background holds, on a day of no articles. */
function unitSquare({ rarity }: StorySettings): number {
  return (-Math.log(heldByChance)) ** (2 * rarity);
}

function weigh(
  terms: Int32Array,
  { titleTerms, numbers }: Article,
  rarities: Float64Array,
  settings: StorySettings,
): Float64Array {
  const inTitle = titleTerms.size;
  const weights = Float64Array.from(terms, (term) => rarities[term] ?? 0);
  for (let at = inTitle; at < weights.length; at += 1) {
    const later = 1 - (settings.laterTerms * (at - inTitle)) / mostTerms;
    weights[at] = (weights[at] ?? 0) * settings.textWeight * later;
  }
  let at = 0;
  for (const code of titleTerms) {
    if (numbers.has(code)) weights[at] = (weights[at] ?? 0) * settings.numberWeight;
    at += 1;
  }
  return weights;
}

/** Divides weights by the length of their vector, to whose square `missing` is added. */
function shorten(weights: Float64Array, missing: number): Float64Array {
  let squares = missing;
  for (const weight of weights) squares += weight ** 2;
  const length = Math.sqrt(squares) || 1;
  return weights.map((weight) => weight / length);
}
