import { createHash } from 'node:crypto';
import type { CleanedItem } from '../clean/clean-item.ts';
import type { Item } from '../feed/item.ts';
import type { StoredItem } from '../store/stored-item.ts';
import { saysTheSame } from './same-content.ts';
import { isPictureFile } from './shown-pictures.ts';
import { bodySignature, isCurrentSignature } from './stories/signature.ts';

/** Short digest of an entry and the cleaning options; it is equal when neither has changed. */
export function entryDigest(item: Item, cleaningOptions: unknown): string {
  const text = JSON.stringify([Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)), cleaningOptions]);
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** The record of an item that no pull has seen before. `now` is an ISO instant. */
export function newStoredItem(feed: string, item: Item, cleaned: CleanedItem, now: string): StoredItem {
  return {
    title: cleaned.title,
    feed,
    id: item.id,
    link: item.link,
    publishedAt: item.publishedAt,
    firstSeenAt: now,
    updatedAt: laterThanPublished(item, now),
    author: cleaned.author,
    ...(item.authors ? { authors: item.authors } : {}),
    language: item.language,
    excerpt: cleaned.excerpt,
    categories: item.categories,
    picture: cleaned.picture,
    ...(item.episode ? { episode: item.episode } : {}),
    // Pictures stand in the body, as `rules/beside.ts` has put them there.
    enclosures: item.enclosures.filter((file) => !isPictureFile(file)),
    minutes: cleaned.minutes,
    fullText: cleaned.fullText,
    earlierTitles: [],
    removed: cleaned.removed,
    signature: bodySignature(cleaned.title, cleaned.body, item.language),
  };
}

/**
 * The record of a stored item whose entry is pulled again. `publishedAt` and `firstSeenAt` stay, since publishers move
 * dates forward to get attention. A replaced headline is kept among the earlier ones. A change without a date of its
 * own gets `now`. When a reader sees no change, it is the old record itself, and nothing is to be written,
 * or the old one with fields that an earlier version did not know.
 */
export function renewStoredItem(
  old: { item: StoredItem; body: string },
  fresh: StoredItem,
  body: string,
  now: string,
): StoredItem {
  const kept: StoredItem = {
    ...fresh,
    id: old.item.id,
    publishedAt: old.item.publishedAt ?? fresh.publishedAt,
    firstSeenAt: old.item.firstSeenAt,
    updatedAt: old.item.updatedAt,
    earlierTitles: old.item.earlierTitles,
  };
  if (saysTheSame(old, { item: kept, body })) {
    const same = withNewFields(old.item, kept);
    return isCurrentSignature(same.signature) ? same : { ...same, signature: kept.signature };
  }
  const moved = [fresh.updatedAt, fresh.publishedAt].find(
    (instant) =>
      instant !== null && instant > (old.item.updatedAt ?? old.item.publishedAt ?? '') && instant <= now,
  );
  const updatedAt = moved ?? now;
  return { ...kept, updatedAt, earlierTitles: withEarlierTitle(old.item, kept.title, updatedAt) };
}

function withNewFields(old: StoredItem, { authors, episode }: StoredItem): StoredItem {
  const isKnown = (authors === undefined || old.authors) && (episode === undefined || old.episode);
  if (isKnown) return old;
  return { ...old, ...(authors ? { authors } : {}), ...(episode ? { episode } : {}) };
}

/**
 * The record of a stored item whose entry has not changed but was cleaned again, because the cleaner has learned more
 * about its feed. The publisher changed nothing, so dates and earlier headlines stay.
 */
export function recleanStoredItem(old: StoredItem, fresh: StoredItem): StoredItem {
  const { id, publishedAt, firstSeenAt, updatedAt, earlierTitles } = old;
  return { ...fresh, id, publishedAt, firstSeenAt, updatedAt, earlierTitles };
}

function withEarlierTitle(old: StoredItem, title: string, until: string): StoredItem['earlierTitles'] {
  if (old.title === title) return old.earlierTitles;
  const others = old.earlierTitles.filter((entry) => entry.title !== old.title && entry.title !== title);
  return [...others, { title: old.title, until }];
}

/** When the publisher changed the item; null when that is not after its publication, or in the future. */
function laterThanPublished({ updatedAt, publishedAt }: Item, now: string): string | null {
  if (updatedAt === null || updatedAt > now) return null;
  return publishedAt === null || updatedAt > publishedAt ? updatedAt : null;
}
