import type { FeedEntry } from './entry.ts';
import { xmlEscape } from './xml-text.ts';

/** How long a feed may be. */
export interface FeedLength {
  /** Entries. */
  count: number;
  /** Bytes of all entries as they are written. */
  bytes: number;
}

/** What stands in an entry beside its texts: tags, guid, dates. */
const frameBytes = 700;

/**
 * Counts entries into a feed. Answers whether the next one still fits, and keeps it; once one does not, none does.
 * The first always fits: an entry is never cut, and a feed is never empty for the size of one.
 */
export function feedBudget({ count, bytes }: FeedLength): (entry: FeedEntry) => boolean {
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

/** About how many bytes an entry takes in a document. */
export function entryBytes({ html, summary, title }: FeedEntry): number {
  return frameBytes + Buffer.byteLength(xmlEscape(html + summary + title));
}
