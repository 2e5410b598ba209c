import { cut, oneLine } from '../../text/one-line.ts';
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

const FEED_AUTHORS = ['core:author', 'dc:creator', 'itunes:author'];

/** Names of an entry's authors joined with ", ", else those of the feed, else null. */
export function author(entry: RawElement, feed: RawElement): string | null {
  return names(entry, AUTHORS) ?? names(feed, FEED_AUTHORS);
}

function names(parent: RawElement, kinds: string[]): string | null {
  for (const kind of kinds) {
    const found = [
      ...new Set(
        all(parent, kind)
          .map(name)
          .filter((text) => text !== null),
      ),
    ];
    if (found.length > 0) return cut(found.join(', '), LONGEST);
  }
  return null;
}

/** The child `name`, else the name in the text (see `nameIn`). */
function name(element: RawElement): string | null {
  const named = firstText(element, 'core:name');
  if (named) return oneLine(named);
  const text =
    plainOf({ ...element, attributes: { type: 'text' } }) ?? firstText(element, 'core:email') ?? '';
  return nameIn(text.slice(0, LONGEST));
}

/** The name in `mail@host (Name)`, in `Name <mail@host>` or in a text without an e-mail address. */
function nameIn(text: string): string | null {
  const address = /[\w.+-]+@[\w.-]+\.\w+/;
  const parts = /^\s*(.*?)[<([]?\s*([\w.+-]+@[\w.-]+\.\w+)\s*[>)\]]?\s*(?:\((.*)\))?\s*$/.exec(text);
  const best = parts
    ? oneLine(parts[3] ?? '') || oneLine((parts[1] ?? '').replace(address, '')) || parts[2]
    : oneLine(text);
  return best || null;
}
