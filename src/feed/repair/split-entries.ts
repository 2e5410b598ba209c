import { MOST_ENTRIES } from '../raw-element.ts';

/**
 * The text of a document in chunks: `head` is the text before the first entry; each chunk in `entries` is an entry
 * with everything up to the next one. `beyond` counts the entries after the first `MOST_ENTRIES`, which are left out.
 */
export interface SplitDocument {
  head: string;
  entries: string[];
  beyond: number;
}

/** Delimiters of CDATA sections and comments, start tags and end tags of entries. */
const DELIMITER = /<!\[CDATA\[|\]\]>|<!--|-->|<(\/?)(?:([\w.-]+):)?(?:item|entry)(?=[ \t\r\n/>])/gi;

/**
 * Splits a document before each `<item>` or `<entry>`, so that damage in one entry cannot reach the next.
 * `isEntryPrefix` says whether a namespace prefix ('' for none) makes the element an entry of the feed.
 *
 * A start tag in a CDATA section or a comment is text, with one exception: when the section never ends, or when it
 * contains entries and then the start of another section of its kind, its own end is missing and the start tags in it
 * are entries.
 */
export function splitEntries(text: string, isEntryPrefix: (prefix: string) => boolean): SplitDocument {
  const starts: number[] = [];
  let inside: 'cdata' | 'comment' | null = null;
  /** Start tags in the current section. */
  let hidden: number[] = [];
  let sawEnd = false;
  const enter = (section: 'cdata' | 'comment' | null) => {
    inside = section;
    hidden = [];
    sawEnd = false;
  };
  for (const match of text.matchAll(DELIMITER)) {
    const [delimiter, slash, prefix] = match;
    const section = SECTION[delimiter.toLowerCase()];
    if (section?.opens) {
      if (inside === null) enter(section.kind);
      else if (inside === section.kind && hidden.length > 0) {
        for (const start of hidden) starts.push(start);
        enter(section.kind);
      }
    } else if (section) {
      if (inside === section.kind) enter(null);
    } else if (isEntryPrefix(prefix ?? '')) {
      if (slash === '/') sawEnd = true;
      else if (inside === null) starts.push(match.index);
      else if (sawEnd || inside === 'comment' || starts.length === 0) hidden.push(match.index);
    }
  }
  for (const start of hidden) starts.push(start);
  const kept = starts.slice(0, MOST_ENTRIES);
  return {
    head: text.slice(0, starts[0]),
    entries: kept.map((start, index) => text.slice(start, starts[index + 1])),
    beyond: starts.length - kept.length,
  };
}

const SECTION: Readonly<Record<string, { kind: 'cdata' | 'comment'; opens: boolean }>> = {
  '<![cdata[': { kind: 'cdata', opens: true },
  ']]>': { kind: 'cdata', opens: false },
  '<!--': { kind: 'comment', opens: true },
  '-->': { kind: 'comment', opens: false },
};
