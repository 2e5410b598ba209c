/**
 * Word segmentation for scripts without spaces. Index and query are segmented by the same rule, so that they match; the
 * engine then sees words with spaces only. Its own segmentation of Chinese takes five times as long and does not find
 * 大学 in 北京大学.
 */

/** The language of every index, “several”: a paper mixes them, and a reader searches it as one. */
export const indexLanguage = 'mul';

const scripts = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー`;
const unspaced = new RegExp(`[${scripts}]`, 'u');
/** Marks without a space after them, and marks without a space before them. */
const leading = /^[\p{Ps}\p{Pi}]|\s$/u;
const trailing = /^[\s!-/:-@\]}]/;
/** Marks without a space on either side. They are words of their own here. */
const mark = /^[\u2014\u2018-\u201d\u2026\u3001-\u303f\uff01-\uff65]/;

/** A space between two characters that are printed without one, digits included: 11月21日. */
const wide = String.raw`${scripts}\u2014\u2018-\u201d\u2026\u3000-\u303f\uff00-\uffef`;
const inserted = new RegExp(
  `([${wide}](?:</?mark>)?) (?=(?:</?mark>)?[${wide}\\d])|(\\d(?:</?mark>)?) (?=(?:</?mark>)?[${wide}])`,
  'gu',
);

/** Han words of at least this length are compounds, nearly always of two-character words. */
const compound = /^\p{Script=Han}{4,}$/u;

/**
 * For browsers without `Intl.Segmenter`: pairs of characters, since most words are pairs, and the text between them.
 */
const unsegmented = new RegExp(`[${scripts}]{1,2}|[^${scripts}]+`, 'gu');

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;

/** Adds a space between words in scripts that write none; changes nothing else. */
export function spaced(text: string): string {
  if (!unspaced.test(text)) return text;
  const made: string[] = [];
  let before: Manner = { leads: true, trails: false, unspaced: false };
  // All of the text at once: starting a segmenter takes longer than segmenting a page.
  for (const word of wordsOf(text)) {
    const manner = mannerOf(word);
    const close = before.leads || manner.trails;
    if (!close && (before.unspaced || manner.unspaced)) made.push(' ');
    made.push(word);
    before = manner;
  }
  return made.join('');
}

/** On which sides a word takes spaces. */
interface Manner {
  leads: boolean;
  trails: boolean;
  unspaced: boolean;
}

const ofHan: Manner = { leads: false, trails: false, unspaced: true };

function mannerOf(word: string): Manner {
  const code = word.charCodeAt(0);
  // The first character decides for most words.
  if (code >= 0x4e00 && code <= 0x9fff) return ofHan;
  return {
    leads: leading.test(word),
    trails: trailing.test(word),
    unspaced: code >= 0x0e00 && (unspaced.test(word) || mark.test(word)),
  };
}

/** Removes the added spaces again; the text may contain `<mark>`. */
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
