import { createHash } from 'node:crypto';
import { canonicalLink } from '../text/url.ts';
import type { Item } from './item.ts';

/**
 * Name of an item for good: its file, its address, its guid in our feeds. `<feed-id>-<12 hex digits>`, the first of
 * sha256(feed id, line feed, identity). The identity is the entry's own id, an address in it without scheme and tracking
 * (`canonicalLink`): a publisher's change from http to https renames nothing. The title never counts.
 */
export function itemName(feedId: string, item: Item): string {
  const identity = canonicalLink(item.id) ?? item.id.trim();
  const digest = createHash('sha256').update(`${feedId}\n${identity}`).digest('hex');
  return `${feedId}-${digest.slice(0, 12)}`;
}

/** The id of an entry that gives itself none and has no link: a hash of what it says. */
export function contentId(text: string): string {
  return `sha256:${createHash('sha256').update(text.normalize('NFC')).digest('hex').slice(0, 40)}`;
}
