/** BCP 47 tag of a phrase. `zh` is Chinese in either script, `mul` a phrase that several languages share. */
type PhraseLanguage = 'ar' | 'de' | 'en' | 'es' | 'fr' | 'mul' | 'zh';

/** A phrase by which a rule knows a line, with a text that shows it. `phrases.test.ts` matches each example. */
export type Phrase = readonly [language: PhraseLanguage, pattern: RegExp, example: string];

/** Phrases of which any may match. */
export interface PhraseTable {
  phrases: readonly Phrase[];
  /** Each phrase alone, in the order of the table. */
  patterns: readonly RegExp[];
  /** All phrases as alternatives of one expression, compiled once: a rule asks it about every line. */
  pattern: RegExp;
}

/** Phrases that are tried one after another. */
export type PhraseList = Pick<PhraseTable, 'phrases' | 'patterns'>;

/** What stands around every phrase of a table, as sources of expressions, and the flags of them all. */
interface Frame {
  before?: string;
  after?: string;
  flags?: string;
}

/** A table whose phrases have a frame in common. Case does not count unless `flags` says so. */
export function phraseTable(
  phrases: readonly Phrase[],
  { before = '', after = '', flags = 'i' }: Frame = {},
): PhraseTable {
  const framed = (source: string) => new RegExp(`${before}(?:${source})${after}`, flags);
  return {
    phrases,
    patterns: phrases.map(([, { source }]) => framed(source)),
    pattern: framed(phrases.map(([, { source }]) => source).join('|')),
  };
}

/** A list whose phrases bring flags of their own. */
export function phraseList(phrases: readonly Phrase[]): PhraseList {
  return { phrases, patterns: phrases.map(([, pattern]) => pattern) };
}
