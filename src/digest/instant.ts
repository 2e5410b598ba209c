import type { StoredItem } from '../store/stored-item.ts';

/** The instant by which an item is sorted and shown: its own date, unless that is later than when it was first seen. */
export function instantOf({
  publishedAt,
  firstSeenAt,
}: Pick<StoredItem, 'publishedAt' | 'firstSeenAt'>): string {
  return publishedAt !== null && publishedAt <= firstSeenAt ? publishedAt : firstSeenAt;
}
