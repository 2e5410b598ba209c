import type { StoryWords } from './reading.ts';

/** The terms of some articles, numbered from 0 in the order in which articles first hold them. */
export interface TermNumbers {
  /** Of each article the numbers of its terms, those of the headline in front, then those of the text, in their order. */
  held: Int32Array[];
  /** How many terms there are. */
  count: number;
  /** The number of each term by its code. */
  numbers: ReadonlyMap<number, number>;
}

export function numberTerms(articles: readonly StoryWords[]): TermNumbers {
  const numbers = new Map<number, number>();
  const held = articles.map(({ titleTerms, textTerms }) => {
    const terms = new Int32Array(titleTerms.size + textTerms.size);
    let at = 0;
    for (const codes of [titleTerms, textTerms]) {
      for (const code of codes) {
        const number = numbers.get(code) ?? numbers.size;
        if (number === numbers.size) numbers.set(code, number);
        terms[at++] = number;
      }
    }
    return terms;
  });
  return { held, count: numbers.size, numbers };
}
