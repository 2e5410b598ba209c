/** The letters of a word that are compared, which leaves most endings out: fewer where words change their endings more. */
const fiveLetters = /^(?:[\p{L}\p{N}'-]\p{M}*){1,5}/u;
const sixLetters = /^(?:[\p{L}\p{N}'-]\p{M}*){1,6}/u;
const fewEndings = new Set(['en', 'nl', 'da', 'sv', 'no', 'nb', 'nn', 'ms', 'id', '']);
/** The article and the conjunctions and prepositions that Arabic writes together with a word. */
const arabicPrefix = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=\p{L}{3})/u;
/** Words that French, Italian and Catalan shorten before a vowel. */
const elision = /^(?:\p{L}|qu|dell|all|dall|nell|sull|un|jusqu|lorsqu)'(?=\p{L}{2})/u;

/**
 * What a word of a script with letters is compared by: its first letters, five or six by its language, without
 * accents, elided words and Arabic articles. `élections` and `l'élection` both give `elect` in French. The word is as
 * `fold` leaves it.
 */
export function stemOf(word: string, language: string): string {
  const bare = word
    .replaceAll('’', "'")
    .replace(/'s$/, '')
    .replace(elision, '')
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+|(?<=\p{Script=Arabic}\p{M}*)\p{M}/gu, '')
    .normalize('NFC')
    .replace(arabicPrefix, '');
  const stem = language === 'en' || language === '' ? singular(bare) : bare;
  return (fewEndings.has(language) ? sixLetters : fiveLetters).exec(stem)?.[0] ?? stem;
}

/** An English word without the ending of its plural. */
function singular(word: string): string {
  if (!/^[a-z]{4,}$/.test(word) || /(?:ss|us|is)$/.test(word)) return word;
  return word.replace(/ies$/, 'y').replace(/s$/, '');
}
