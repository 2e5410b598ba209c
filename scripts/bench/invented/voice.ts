import type { Dice } from './dice.ts';

/** A language for invented articles. Its sentences mean nothing; they compress about as well as news. */
export interface Voice {
  /** BCP 47 tag. */
  language: string;
  /** What happened, to be told by several feeds: a few words that every headline about it has. */
  event: (dice: Dice) => string;
  headline: (event: string, dice: Dice) => string;
  sentence: (dice: Dice) => string;
  /** Between two sentences. */
  space: string;
  person: (dice: Dice) => string;
}

/** Never empty, so that there is always something to pick. */
export type List = readonly [string, ...string[]];

/** Words that white space separates. */
export function words(text: string): List {
  const [first = '', ...rest] = text.trim().split(/\s+/u);
  return [first, ...rest];
}
