/**
 * A document's text in pieces: what stands before the first entry, then each entry with what follows it. `beyond`
 * counts the entries after the first `MOST_ENTRIES`, which are left out.
 */
export interface Segments {
  head: string;
  entries: string[];
  beyond: number;
}

/** Entries read of one document. Millions fit into the largest; they would keep the program busy for minutes. */
export const MOST_ENTRIES = 50_000;

const MARK = /<!\[CDATA\[|\]\]>|<!--|-->|<(\/?)(?:([\w.-]+):)?(?:item|entry)(?=[ \t\r\n/>])/gi;

/**
 * Cuts a document before each `<item>` or `<entry>`, so that damage in one entry cannot swallow the next.
 * `isEntryPrefix` says whether a namespace prefix ('' for none) makes it an entry of the feed.
 *
 * A start tag in a CDATA section or a comment is part of the text. But where such a section runs over entries and
 * into the next section of its kind, or never ends, its own end is damaged and the entries inside it are entries.
 */
export function segment(text: string, isEntryPrefix: (prefix: string) => boolean): Segments {
  const starts: number[] = [];
  let inside: 'cdata' | 'comment' | null = null;
  let hidden: number[] = [];
  let sawEnd = false;
  const enter = (section: 'cdata' | 'comment' | null) => {
    inside = section;
    hidden = [];
    sawEnd = false;
  };
  for (const match of text.matchAll(MARK)) {
    const [mark, slash, prefix] = match;
    const section = SECTION[mark.toLowerCase()];
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
