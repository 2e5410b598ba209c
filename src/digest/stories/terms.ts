import { commonWords, joiningCharacters } from './common-words.ts';
import { fold } from './fold.ts';
import { markPlaces } from './places.ts';
import { oneWording } from './wordings.ts';

/** Scripts that are written without blanks between words, or whose words change their endings: read in pairs. */
const paired = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`;
const letter = String.raw`[\p{L}--${paired}]`;
const inWord = String.raw`[[\p{L}\p{M}\p{N}]--${paired}]`;
const pattern = new RegExp(
  [
    '(?<place>@[a-z]{2})',
    String.raw`(?<word>${letter}${inWord}*(?:['’\-]${inWord}+)*)`,
    String.raw`(?<number>\p{Nd}+(?:[.,]\p{Nd}+)*)(?<unit>[万亿%])?`,
    `(?<run>${paired}+)`,
  ].join('|'),
  'gv',
);
/** Dates and times of day: what happened on one day shares them anyway. */
const dates =
  /\d{4}[年/-]\d{1,2}[月/-]\d{1,2}日?|\d{1,2}月(?:\d{1,2}[日号])?|(?<![\d.,])(?:19|20)\d\d(?:年|(?![\d.,]*[\d万亿%]))|\d{1,2}日(?!元)|(?:星期|周|礼拜)[一二三四五六日天]|\d{1,2}:\d\d(?::\d\d)?/g;

const commonPairs = new RegExp(
  [...commonWords].filter((word) => /^\p{Script=Han}/u.test(word)).join('|'),
  'g',
);

/**
 * The words of a text that are compared, in its order, with repetitions: pairs of characters for scripts without
 * blanks, words elsewhere, numbers with their unit, `@` and two letters for a country. Common words, dates and
 * single digits are left out.
 */
export function termsOf(text: string): string[] {
  const usa = text.replace(/\bU\.?S\.?(?:A\b\.?)?(?![\w.])/g, ' USA ');
  const marked = markPlaces(oneWording(fold(usa)))
    .replace(dates, ' ')
    .replace(commonPairs, ' ');
  const terms: string[] = [];
  for (const { groups } of marked.matchAll(pattern)) {
    if (groups?.['place']) terms.push(groups['place']);
    else if (groups?.['word']) pushWord(terms, groups['word']);
    else if (groups?.['number']) pushNumber(terms, groups['number'], groups['unit'] ?? '');
    else if (groups?.['run']) pushPairs(terms, groups['run']);
  }
  return terms;
}

function pushWord(terms: string[], word: string): void {
  const bare = word.replaceAll('’', "'").replace(/'s$/, '');
  if ((bare.length > 2 || /\p{N}/u.test(bare)) && !commonWords.has(bare)) terms.push(singular(bare));
}

function singular(word: string): string {
  if (!/^[a-z]{4,}$/.test(word) || /(?:ss|us|is)$/.test(word)) return word;
  return word.replace(/ies$/, 'y').replace(/s$/, '');
}

function pushNumber(terms: string[], number: string, unit: string): void {
  const bare = number.replaceAll(',', '');
  if (bare.length > 1 || unit !== '') terms.push(bare + unit);
}

function pushPairs(terms: string[], run: string): void {
  let before = '';
  let joins = true;
  for (const after of run) {
    const joined = joins;
    joins = joiningCharacters.has(after);
    const pair = before + after;
    if (!joined && !joins && !commonWords.has(pair)) terms.push(pair);
    before = after;
  }
}
