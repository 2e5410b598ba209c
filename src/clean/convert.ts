import { Converter as fromSimplified } from 'opencc-js/cn2t';
import { Converter as fromTraditional } from 'opencc-js/t2cn';

export type Script = 'hans' | 'hant';

/**
 * OpenCC's tables match phrases before characters, so 头发 and 发展 become 頭髮 and 發展. Reading them takes up to
 * half a second, and few feeds ask for it.
 */
const makers: Record<Script, () => (text: string) => string> = {
  hans: () => fromTraditional({ from: 't', to: 'cn' }),
  hant: () => fromSimplified({ from: 'cn', to: 'tw' }),
};
const made = new Map<Script, (text: string) => string>();

function converter(to: Script): (text: string) => string {
  const known = made.get(to) ?? makers[to]();
  made.set(to, known);
  return known;
}

/**
 * Chinese text in the other script; text that is in it already stays. `keepWords` (names, above all) are left
 * as they are. For titles and excerpts as well as for bodies: see `rules/conversion.ts`.
 */
export function convertText(text: string, to: Script, keepWords: readonly string[] = []): string {
  const words = keepWords.filter((word) => word !== '' && text.includes(word));
  const convert = converter(to);
  if (words.length === 0) return convert(text);
  const longestFirst = words.sort((a, b) => b.length - a.length).map((word) => RegExp.escape(word));
  return text
    .split(new RegExp(`(${longestFirst.join('|')})`, 'u'))
    .map((part, index) => (index % 2 === 1 ? part : convert(part)))
    .join('');
}
