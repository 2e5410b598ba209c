import type { PageKind } from './page-kind.ts';
import { maxPageCharacters } from './web-page.ts';

/** Files by words among their first characters, which any encoding leaves as they are; `at` is where, if that is fixed. */
const files: readonly { kind: PageKind; words: string; at?: number }[] = [
  { kind: 'pdf', words: '%PDF-', at: 0 },
  { kind: 'picture', words: 'PNG\r\n', at: 1 },
  { kind: 'picture', words: 'GIF8', at: 0 },
  { kind: 'picture', words: 'JFIF' },
  { kind: 'picture', words: 'Exif' },
  { kind: 'picture', words: 'WEBP', at: 8 },
  { kind: 'picture', words: 'ftypavif', at: 4 },
  { kind: 'picture', words: 'ftypheic', at: 4 },
  { kind: 'video', words: 'ftyp', at: 4 },
  { kind: 'video', words: 'webm' },
  { kind: 'file', words: 'PK', at: 0 },
  { kind: 'file', words: 'ID3', at: 0 },
  { kind: 'file', words: 'OggS', at: 0 },
];
const glance = 32;
/** Characters of a start that no text has, from which on it is none. */
const mostDamage = 4;

/** What a body is that is no web page at all, by its first characters and its media type; null for what may be one. */
export function fileKind(text: string, contentType: string | null): PageKind | null {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/pdf') return 'pdf';
  if (/^image\/(?!svg)/.test(type)) return 'picture';
  if (/^(?:video|audio)\//.test(type)) return 'video';
  const start = text.slice(0, glance);
  if (!/^\s*</.test(start)) {
    const found = files.find(({ words, at }) =>
      at === undefined ? start.includes(words) : start.startsWith(words, at),
    );
    if (found) return found.kind;
    if ([...start].filter((character) => character === '\0' || character === '\ufffd').length >= mostDamage)
      return 'file';
  }
  return text.length > maxPageCharacters ? 'endless' : null;
}
