import { cleaningInputs } from '../../src/clean/clean-item.ts';
import type { CustomRules } from '../../src/clean/custom-rules.ts';
import type { FeedConfig } from '../../src/config/schema.ts';
import { entryDigest } from '../../src/digest/item-record.ts';
import { itemName } from '../../src/feed/identity.ts';
import type { Item } from '../../src/feed/item.ts';

/** An item to store, with its permanent name and the digest of its entry in the feed. */
export interface NamedItem {
  name: string;
  digest: string;
  item: Item;
  /** How often the page of its article could not be fetched; absent when it is not to be asked for again. */
  tries?: number | undefined;
  /** Whether its article has just been fetched: its digest does not show that. */
  hasNewArticle?: boolean;
}

/** Each item once, with its permanent name and a digest of its entry and of how the feed is cleaned. */
export function nameItems(items: readonly Item[], feed: FeedConfig, custom: CustomRules): NamedItem[] {
  const inputs = cleaningInputs(feed, custom);
  const named = new Map<string, NamedItem>();
  for (const item of items) {
    const name = itemName(feed.id, item);
    if (!named.has(name)) named.set(name, { name, item, digest: entryDigest(item, inputs) });
  }
  return [...named.values()];
}
