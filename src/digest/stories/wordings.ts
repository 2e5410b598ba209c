import { knownNames } from './known-names.ts';
import { regionalWords } from './regional-words.ts';

/**
 * What is written in different ways, one thing a row: the word that stands for it, then the wordings, as `fold` leaves
 * them: the mainland first, then Taiwan, Hong Kong and abroad, then the Latin spelling where it is not that word.
 */
const rows = `${knownNames}${regionalWords}`.matchAll(/^(?<term>\S+) (?<wordings>.+)$/gm);

const standard = new Map(
  [...rows].flatMap(({ groups }) =>
    (groups?.['wordings'] ?? '')
      .split('|')
      .map((wording): [string, string] => [wording, groups?.['term'] ?? '']),
  ),
);
const longestFirst = [...standard.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
const han = longestFirst.filter((wording) => !/^[a-z]/.test(wording));
const latin = longestFirst.filter((wording) => /^[a-z]/.test(wording));
const wordings = new RegExp(
  `${han.join('|')}|(?<![\\p{L}\\p{N}])(?:${latin.join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);

/** A folded text with one wording for each thing that has several. */
export function oneWording(folded: string): string {
  return folded.replace(wordings, (found) => ` ${standard.get(found) ?? found} `);
}
