import type { StorySettings } from './story.ts';
import type { Vector } from './vectors.ts';

/** Languages whose terms are pairs that overlap: a name of four characters is three of them. */
const pairedLanguages = new Set(['zh', 'ja', 'ko', 'vi', 'th', 'lo', 'km', 'my']);

/** The terms of an article, to be looked up by their numbers: weights, and places in the headline, counted from 1. */
export class TermIndex {
  readonly #weights: Float64Array;
  readonly #places: Int32Array;

  constructor(terms: number) {
    this.#weights = new Float64Array(terms);
    this.#places = new Int32Array(terms);
  }

  /** Takes in an article whose headline has so many of the terms. */
  set({ terms, weights }: Vector, inTitle: number): void {
    for (let i = 0; i < terms.length; i += 1) {
      this.#weights[terms[i] ?? 0] = weights[i] ?? 0;
      this.#places[terms[i] ?? 0] = i < inTitle ? i + 1 : 0;
    }
  }

  clear({ terms }: Vector): void {
    for (const term of terms) {
      this.#weights[term] = 0;
      this.#places[term] = 0;
    }
  }

  /**
   * The cosine of another article and this one. Of pairs of characters that follow one another in both headlines only a
   * share counts but for the first, as they are parts of one name. `each` is called with what each term brings.
   */
  common(
    { terms, weights }: Vector,
    inTitle: number,
    language: string,
    { longNames }: StorySettings,
    each?: (index: number, part: number) => void,
  ): number {
    const share = pairedLanguages.has(language) ? longNames : 1;
    let [sum, before] = [0, 0];
    for (let i = 0; i < terms.length; i += 1) {
      const term = terms[i] ?? 0;
      const place = i < inTitle ? (this.#places[term] ?? 0) : 0;
      const goesOn = place > 1 && place === before + 1;
      const part = (weights[i] ?? 0) * (this.#weights[term] ?? 0) * (goesOn ? share : 1);
      sum += part;
      if (each && part > 0) each(i, part);
      before = place;
    }
    return sum;
  }
}
