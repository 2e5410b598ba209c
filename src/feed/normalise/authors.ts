import { looksLikeHtml } from '../../text/looks-like-html.ts';
import { cut, oneLine } from '../../text/one-line.ts';
import { textOfHtml } from '../../text/text-of-html.ts';
import type { Item } from '../item.ts';
import { all, firstText, type RawElement } from '../raw-element.ts';
import { plainOf } from './markup.ts';

/** Elements with authors, in this order; the first kind that holds a name is used. */
const AUTHORS = [
  'core:author',
  'dc:creator',
  'dcterms:creator',
  'dc:author',
  'core:creator',
  'itunes:author',
];
/** Longest byline read, in characters: parsing it takes time by the square of its length. */
const LONGEST = 300;

const ADDRESS = /[\w.+-]+@[\w.-]+\.\w+/;

const FEED_AUTHORS = ['core:author', 'dc:creator', 'itunes:author'];

/** How many authors of one entry are read. */
const MOST = 50;

/** The authors of an entry, else those of the feed: their names joined with ", ", and one by one when they are several. */
export function authors(entry: RawElement, feed: RawElement): Pick<Item, 'author' | 'authors'> {
  const found = names(entry, AUTHORS) ?? names(feed, FEED_AUTHORS) ?? [];
  const author = cut(found.join(', '), LONGEST) || null;
  return found.length > 1 ? { author, authors: found } : { author };
}

/** The names in the first kind of element that holds one, else in the first that holds an e-mail address. */
function names(parent: RawElement, kinds: string[]): string[] | null {
  const found = kinds.map((kind) => [...new Set(all(parent, kind).slice(0, MOST).flatMap(namesOf))]);
  const isNamed = (names: string[]) => names.some((name) => !ADDRESS.test(name) || name.startsWith('@'));
  const best = found.find(isNamed) ?? found.find((names) => names.length > 0);
  return best?.slice(0, MOST) ?? null;
}

/** The child `name`, else the names in the text (see `nameIn`). */
function namesOf(element: RawElement): string[] {
  const text = firstText(element, 'core:name') ?? textOf(element) ?? firstText(element, 'core:email') ?? '';
  // `ida@host.example (Ida), jon@host.example (Jon)`, `Ida <ida@host.example>, Jon <jon@host.example>`
  const each = text.slice(0, LONGEST).split(/[,;]\s*(?=[\w.+-]+@[\w.-]+\.\w+\s*\()|(?<=@[\w.-]{1,100}>)[,;]/);
  return each.flatMap((one) => nameIn(withoutMarkup(one)) ?? []);
}

/** The text as it stands: an e-mail address in angle brackets is no tag. */
function textOf(element: RawElement): string | null {
  const { form, ...attributes } = element.attributes;
  if (form === 'markup') return plainOf(element);
  return plainOf({ ...element, attributes: { ...attributes, type: 'text' } });
}

function withoutMarkup(text: string): string {
  return /<\/?[a-z]/i.test(text) && looksLikeHtml(text) ? textOfHtml(text) : text;
}

/**
 * The name in `mail@host (Name)`, in `Name <mail@host>`, before an address in brackets, or in a text without an address.
 * An e-mail address alone stands for a name.
 */
function nameIn(text: string): string | null {
  // An account: `@ida@host.example`.
  if (/^\s*@[\w.-]+@[\w.-]+\s*$/.test(text)) return oneLine(text);
  const plain = text.replace(/mailto:/gi, '').replace(/\s*[(<[]\s*https?:[^\s)>\]]*\s*[)>\]]/gi, '');
  const parts = /^\s*(.*?)[<([]?\s*([\w.+-]+@[\w.-]+\.\w+)\s*[>)\]]?\s*(?:\((.*)\))?\s*$/.exec(plain);
  const best = parts
    ? oneLine(parts[3] ?? '') || oneLine((parts[1] ?? '').replace(ADDRESS, '')) || parts[2]
    : oneLine(plain);
  const bare = best?.replace(/\s*[-–—<([,;]+$/, '');
  return bare?.replace(/^["“](.+)["”]$/, '$1') || null;
}
