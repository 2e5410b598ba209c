import type { StoredItem } from '../store/stored-item.ts';

/** The instant an item is shown and sorted under: its own date, unless that lies after the first sight of it. */
export function instantOf({
  publishedAt,
  firstSeenAt,
}: Pick<StoredItem, 'publishedAt' | 'firstSeenAt'>): string {
  return publishedAt !== null && publishedAt <= firstSeenAt ? publishedAt : firstSeenAt;
}
