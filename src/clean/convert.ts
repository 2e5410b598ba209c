import { Converter as fromSimplified } from 'opencc-js/cn2t';
import { toSimplified } from './to-simplified.ts';

export type Script = 'hans' | 'hant';

/** Read at the first use, because the tables take up to half a second and few feeds need them. Never changes. */
let readTraditional: ((text: string) => string) | null = null;

function toTraditional(text: string): string {
  readTraditional ??= fromSimplified({ from: 'cn', to: 'tw' });
  return readTraditional(text);
}

/**
 * Converts Chinese text to the other script, phrases before characters: 头发 and 发展 become 頭髮 and 發展. Text in that
 * script already does not change, and neither do `keepWords` (names above all). For titles and excerpts;
 * `rules/conversion.ts` converts bodies.
 */
export function convertText(text: string, to: Script, keepWords: readonly string[] = []): string {
  const words = keepWords.filter((word) => word !== '' && text.includes(word));
  const convert = to === 'hans' ? toSimplified : toTraditional;
  if (words.length === 0) return convert(text);
  const longestFirst = words.sort((a, b) => b.length - a.length).map((word) => RegExp.escape(word));
  return text
    .split(new RegExp(`(${longestFirst.join('|')})`, 'u'))
    .map((part, index) => (index % 2 === 1 ? part : convert(part)))
    .join('');
}
