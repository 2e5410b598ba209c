import type { Article } from './article.ts';
import { frequentWords } from './frequent-words.ts';
import { mostTerms, termCode } from './signature.ts';
import type { StorySettings } from './story.ts';

/** An article as weighted terms; the squares of the weights add up to 1, or to less for a short text. */
export interface Vector {
  /** Numbers of the terms, in the order in which articles first hold them. */
  terms: Int32Array;
  weights: Float64Array;
}

/** The articles of a day as vectors. */
export interface VectorSpace {
  vectors: Vector[];
  /** How many terms there are; each has a number below. */
  terms: number;
}

/** Articles added to each count, so that a handful of items is weighed like a whole day. */
const smoothing = 100;
/** A feed with fewer articles than this is too small to tell furniture from news. */
const fewestOfFeed = 8;
const furnitureWeight = 0.1;
/** Terms of a text that is told in full; a shorter one is weighed as if the rest were not known. */
const wholeText = 60;

/** Articles that frequent words count for beside those that hold them: by Zipf's law 200 for the first, 10 for the last. */
const frequency = new Map(
  frequentWords.map((word, rank): [number, number] => [termCode(word), 20_000 / (rank + 100)]),
);

/**
 * TF-IDF over the articles of a day: a term weighs by its rarity, more in a headline, little as furniture. Those of a
 * text weigh the less the later they stand, as a signature begins with what the lead repeats.
 */
export function vectorSpace(articles: readonly Article[], settings: StorySettings): VectorSpace {
  const numbers = new Map<number, number>();
  const counts: number[] = [];
  const held = articles.map(({ titleTerms, textTerms }) => {
    const terms = new Int32Array(titleTerms.size + textTerms.size);
    let at = 0;
    for (const codes of [titleTerms, textTerms]) {
      for (const code of codes) {
        const number = numbers.get(code) ?? numbers.size;
        if (number === numbers.size) numbers.set(code, number);
        counts[number] = (counts[number] ?? 0) + 1;
        terms[at++] = number;
      }
    }
    return terms;
  });
  const rarities = raritiesOf(numbers, counts, articles.length, settings);
  for (const term of furnitureOf(articles, held, settings.furniture)) {
    rarities[term] = (rarities[term] ?? 0) * furnitureWeight;
  }
  const vectors = articles.map((article, index) => {
    const terms = held[index] ?? new Int32Array();
    return { terms, weights: weigh(terms, article, rarities, settings) };
  });
  return { vectors, terms: numbers.size };
}

/** The weight of each term by its number. */
function raritiesOf(
  numbers: ReadonlyMap<number, number>,
  counts: readonly number[],
  articles: number,
  { rarity }: StorySettings,
): Float64Array {
  const rarities = new Float64Array(numbers.size);
  for (const [code, number] of numbers) {
    const holders = (counts[number] ?? 0) + (frequency.get(code) ?? 0) + 0.5;
    rarities[number] = Math.log(Math.max(1, (articles + smoothing) / holders)) ** rarity;
  }
  return rarities;
}

/** Weights of an article's terms, those of the headline in front. */
function weigh(
  terms: Int32Array,
  { titleTerms, titleNumbers }: Article,
  rarities: Float64Array,
  settings: StorySettings,
): Float64Array {
  const weights = Float64Array.from(terms, (term) => rarities[term] ?? 0);
  let at = 0;
  for (const code of titleTerms) {
    const emphasis = settings.titleWeight * (titleNumbers.has(code) ? settings.numberWeight : 1);
    weights[at] = (weights[at] ?? 0) * emphasis;
    at += 1;
  }
  for (let rank = 0; at < weights.length; rank += 1, at += 1) {
    weights[at] = (weights[at] ?? 0) * (1 + settings.firstTerms * (1 - (2 * rank) / mostTerms));
  }
  let [squares, telling] = [0, 0];
  for (const weight of weights) {
    squares += weight ** 2;
    if (weight > 0) telling += 1;
  }
  const length = Math.sqrt(squares * Math.max(1, wholeText / telling)) || 1;
  return weights.map((weight) => weight / length);
}

/** The terms that one feed says in more than a share of its articles. */
function furnitureOf(articles: readonly Article[], held: readonly Int32Array[], share: number): Set<number> {
  const feeds = Map.groupBy(articles.keys(), (index) => [...(articles[index]?.feeds ?? [])].sort()[0] ?? '');
  const large = [...feeds.values()].filter((own) => own.length >= fewestOfFeed);
  return new Set(
    large.flatMap((own) => {
      const counts = new Map<number, number>();
      for (const index of own) {
        for (const term of held[index] ?? []) counts.set(term, (counts.get(term) ?? 0) + 1);
      }
      return [...counts].filter(([, count]) => count > own.length * share).map(([term]) => term);
    }),
  );
}
