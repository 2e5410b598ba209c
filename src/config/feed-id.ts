import anyAscii from 'any-ascii';

/** Longest feed id that the configuration accepts, in characters. */
const longest = 40;

/**
 * A feed id for a name in any script: lower-case letters, digits and single hyphens, Chinese as pinyin
 * (`法广` → `fa-guang`). It is the first of `name`, `name-2`, `name-3` … that is not in `taken`. The same name and the same
 * `taken` always give the same id.
 */
export function feedIdFor(name: string, taken: ReadonlySet<string>): string {
  const id = asciiName(name) || 'feed';
  if (!taken.has(id)) return id;
  for (let number = 2; ; number += 1) {
    const numbered = `${trimmed(id, longest - `-${number}`.length)}-${number}`;
    if (!taken.has(numbered)) return numbered;
  }
}

function asciiName(name: string): string {
  // `anyAscii` joins the syllables of Chinese characters, so each character gets blanks around it.
  const spaced = name.normalize('NFKC').replace(/[\p{Script=Han}]/gu, ' $& ');
  const ascii = anyAscii(spaced)
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-');
  return trimmed(ascii, longest);
}

/** An id cut to a length: between words if at least half of the length remains, else anywhere. */
function trimmed(id: string, length: number): string {
  const clean = id.replace(/^-+|-+$/g, '');
  if (clean.length <= length) return clean;
  const words = clean.slice(0, length + 1).replace(/-[^-]*$/, '');
  return (words.length >= length / 2 && words.length <= length ? words : clean.slice(0, length)).replace(
    /-+$/,
    '',
  );
}
