import anyAscii from 'any-ascii';

/** Longest feed id that the configuration takes. */
const longest = 40;

/**
 * A feed id for a name in any script: small letters, digits and single hyphens, Chinese read as pinyin
 * (`法广` → `fa-guang`). The first of `name`, `name-2`, `name-3` … that is not in `taken`. The same name and
 * the same ids taken always give the same id.
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
  // Every Chinese character becomes a syllable with a capital; the other capitals stand in names such as BBC.
  const spaced = name.normalize('NFKC').replace(/[\p{Script=Han}]/gu, ' $& ');
  const ascii = anyAscii(spaced)
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-');
  return trimmed(ascii, longest);
}

/** Cut between words where that leaves enough of it. */
function trimmed(id: string, length: number): string {
  const clean = id.replace(/^-+|-+$/g, '');
  if (clean.length <= length) return clean;
  const words = clean.slice(0, length + 1).replace(/-[^-]*$/, '');
  return (words.length >= length / 2 && words.length <= length ? words : clean.slice(0, length)).replace(
    /-+$/,
    '',
  );
}
