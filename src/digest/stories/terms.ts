import { commonWords, joiningCharacters } from './common-words.ts';
import { fold } from './fold.ts';
import { markPlaces } from './places.ts';
import { stemOf } from './stem.ts';
import { stopWordsOf } from './stop-words.ts';
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
 * The terms of a text that are compared, in its order, with repetitions: pairs of characters for scripts without
 * blanks, pairs of syllables for Vietnamese, stems of words elsewhere, numbers with their unit, `@` and two letters
 * for a country. Stop words of `language` (two letters of ISO 639-1, '' when it is not known), dates and single
 * digits are left out.
 */
export function termsOf(text: string, language: string): string[] {
  const usa = text.replace(/\bU\.?S\.?(?:A\b\.?)?(?![\w.])/g, ' USA ');
  const marked = markPlaces(oneWording(fold(usa)))
    .replace(dates, ' ')
    .replace(commonPairs, ' ');
  const terms: string[] = [];
  const syllables = language === 'vi';
  let before = { word: '', end: -1 };
  for (const { groups, index, 0: found } of marked.matchAll(pattern)) {
    if (groups?.['place']) terms.push(groups['place']);
    else if (groups?.['word'] && syllables) {
      if (marked.slice(before.end, index) === ' ') terms.push(`${before.word}_${found}`);
      before = { word: found, end: index + found.length };
    } else if (groups?.['word']) pushWord(terms, groups['word'], language);
    else if (groups?.['number']) pushNumber(terms, groups['number'], groups['unit'] ?? '');
    else if (groups?.['run']) pushPairs(terms, groups['run'], language);
  }
  return terms;
}

function pushWord(terms: string[], word: string, language: string): void {
  const bare = word.replaceAll('’', "'").replace(/'s$/, '');
  if ((bare.length > 2 || /\p{N}/u.test(bare)) && !stopWordsOf(language).has(bare))
    terms.push(stemOf(bare, language));
}

function pushNumber(terms: string[], number: string, unit: string): void {
  const bare = number.replaceAll(',', '');
  if (bare.length > 1 || unit !== '') terms.push(bare + unit);
}

function pushPairs(terms: string[], run: string, language: string): void {
  let before = '';
  let joins = true;
  for (const after of run) {
    const joined = joins;
    joins = language === 'ja' ? /\p{Script=Hiragana}/u.test(after) : joiningCharacters.has(after);
    const pair = before + after;
    if (!joined && !joins && !commonWords.has(pair)) terms.push(pair);
    before = after;
  }
}
