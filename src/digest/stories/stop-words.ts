import lists from 'stopwords-iso/stopwords-iso.json' with { type: 'json' };
import { commonWords } from './common-words.ts';
import { fold } from './fold.ts';

/** Languages without a list of their own, or with a short one, and whose list serves them. */
const served: Readonly<Record<string, string>> = { ms: 'id', nb: 'no', nn: 'no' };
/** Chinese and Japanese are compared in pairs of characters, Vietnamese in pairs of syllables. */
const paired = new Set(['zh', 'ja', 'vi']);

const known = new Map<string, ReadonlySet<string>>();

/**
 * Words that say nothing about an event in a language, given by two letters (ISO 639-1), as `fold` leaves them.
 * From https://github.com/stopwords-iso/stopwords-iso (MIT licence).
 */
export function stopWordsOf(language: string): ReadonlySet<string> {
  const found = known.get(language) ?? new Set([...commonWords, ...listOf(language)]);
  known.set(language, found);
  return found;
}

function listOf(language: string): string[] {
  if (paired.has(language)) return [];
  const all: Readonly<Record<string, string[]>> = lists;
  return [language, served[language] ?? '']
    .flatMap((each) => (Object.hasOwn(all, each) ? (all[each] ?? []) : []))
    .map(fold);
}
