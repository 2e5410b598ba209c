import { createHash } from 'node:crypto';
import { canonicalLink } from '../text/url.ts';
import type { Item } from './item.ts';

/**
 * The permanent name of an item, used for its file, its page and its guid in our feeds: `<feed-id>-<12 hex digits>`, the
 * first digits of sha256(feed id, line feed, identity). The identity is the entry's id; an id that is an address counts
 * without scheme and tracking parameters (`canonicalLink`), so that a publisher's move from http to https renames
 * nothing. The title never counts.
 */
export function itemName(feedId: string, item: Item): string {
  const identity = canonicalLink(item.id) ?? item.id.trim();
  const digest = createHash('sha256').update(`${feedId}\n${identity}`).digest('hex');
  return `${feedId}-${digest.slice(0, 12)}`;
}

/** The id of an entry that has neither an id nor a link: a hash of its text. */
export function contentId(text: string): string {
  return `sha256:${createHash('sha256').update(text.normalize('NFC')).digest('hex').slice(0, 40)}`;
}
