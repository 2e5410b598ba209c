import type { FeedEntry } from './entry.ts';
import { episodeElements } from './episode-elements.ts';
import { xmlAttribute, xmlEscape } from './xml-text.ts';

/** How long a feed may be. */
export interface FeedLength {
  /** Entries. */
  count: number;
  /** What was first seen after this instant is carried even if it makes more entries: see `last-night.ts`. */
  wholeAfter?: string | null;
  /** Bytes of all entries as they are written. */
  bytes: number;
}

/** Bytes of an entry beside its texts and addresses: tags, guid, dates. */
const frameBytes = 480;

/**
 * Makes the function that decides which entries a feed takes. Each call says whether the next entry still fits; after
 * the first refusal every later entry is refused too. The first entry always fits: entries are never cut, and one large
 * entry must not empty the feed.
 */
export function feedBudget({
  count,
  bytes,
}: Pick<FeedLength, 'count' | 'bytes'>): (entry: FeedEntry) => boolean {
  let taken = 0;
  let used = 0;
  let full = false;
  return (entry) => {
    const size = entryBytes(entry);
    full ||= taken >= count || (taken > 0 && used + size > bytes);
    if (full) return false;
    taken += 1;
    used += size;
    return true;
  };
}

/** An upper bound, close to the real value, of the bytes that an entry takes in a document. */
export function entryBytes(entry: FeedEntry): number {
  const { html, summary, title, whole, link, categories, enclosures, picture, source, authors, rights } =
    entry;
  const files = [...enclosures, ...(picture ? [picture] : [])];
  const texts = [
    html,
    whole ? xmlEscape(summary) : '',
    title,
    rights,
    source?.name,
    ...categories,
    ...authors,
  ];
  const addresses = [link, source?.url, ...files.map(({ url }) => url)];
  const episode = episodeElements(entry).length;
  const frames = frameBytes + episode + 75 * files.length + 25 * categories.length + 25 * authors.length;
  return (
    frames + Buffer.byteLength(xmlAttribute([...texts, ...addresses].join('')).replaceAll("'", '&apos;'))
  );
}
