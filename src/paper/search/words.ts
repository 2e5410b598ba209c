/**
 * Words of scripts that write no space between them. Index and query are cut by the same rule, so that what is
 * asked finds what is there; the engine itself then takes every text as words with spaces. Its own cutting of
 * Chinese takes five times as long, and finds 大学 in no 北京大学.
 */

/** The language of every index, “several”: a paper mixes them, and a reader searches it as one. */
export const indexLanguage = 'mul';

const scripts = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー`;
const unspaced = new RegExp(`[${scripts}]`, 'u');
/** Words that what follows stands close to, and words that stand close to what is before them. */
const leading = /^[\p{Ps}\p{Pi}]|\s$/u;
const trailing = /^[\s!-/:-@\]}]/;
/** Marks that stand close to what is before and behind them. They are words of their own here. */
const mark = /^[\u2014\u2018-\u201d\u2026\u3001-\u303f\uff01-\uff65]/;

/** A space between two characters that stand together in print, digits among them: 11月21日. */
const wide = String.raw`${scripts}\u2014\u2018-\u201d\u2026\u3000-\u303f\uff00-\uffef`;
const inserted = new RegExp(
  `([${wide}](?:</?mark>)?) (?=(?:</?mark>)?[${wide}\\d])|(\\d(?:</?mark>)?) (?=(?:</?mark>)?[${wide}])`,
  'gu',
);

/** Han words from this length on are put together from shorter ones, nearly always of two characters. */
const compound = /^\p{Script=Han}{4,}$/u;

/** For browsers without a segmenter: pairs, which most words are, and what stands between runs of them. */
const unsegmented = new RegExp(`[${scripts}]{1,2}|[^${scripts}]+`, 'gu');

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;

/** The text with a space between words, where its script writes none. Only spaces are added. */
export function spaced(text: string): string {
  if (!unspaced.test(text)) return text;
  const made: string[] = [];
  let before: Manner = { leads: true, trails: false, unspaced: false };
  // All of it at once: a segmenter takes longer to begin than to cut a page.
  for (const word of wordsOf(text)) {
    const manner = mannerOf(word);
    const close = before.leads || manner.trails;
    if (!close && (before.unspaced || manner.unspaced)) made.push(' ');
    made.push(word);
    before = manner;
  }
  return made.join('');
}

/** How a word stands beside others. */
interface Manner {
  leads: boolean;
  trails: boolean;
  unspaced: boolean;
}

const ofHan: Manner = { leads: false, trails: false, unspaced: true };

function mannerOf(word: string): Manner {
  const code = word.charCodeAt(0);
  // Most words of all are told by their first character.
  if (code >= 0x4e00 && code <= 0x9fff) return ofHan;
  return {
    leads: leading.test(word),
    trails: trailing.test(word),
    unspaced: code >= 0x0e00 && (unspaced.test(word) || mark.test(word)),
  };
}

/** A spaced text as it is read; `<mark>` may stand in it. */
export function unspacedAgain(text: string): string {
  return text.replace(inserted, '$1$2');
}

function wordsOf(text: string): string[] {
  if (segmenter === null) return text.match(unsegmented) ?? [];
  const words: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    if (segment.length >= 4 && compound.test(segment)) words.push(...pairs(segment));
    else words.push(segment);
  }
  return words;
}

function pairs(word: string): string[] {
  return word.match(/.{1,2}/gsu) ?? [];
}
