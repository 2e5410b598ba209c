import { cleaningInputs } from '../../src/clean/clean-item.ts';
import type { CustomRules } from '../../src/clean/custom-rules.ts';
import type { FeedConfig } from '../../src/config/schema.ts';
import { entryDigest } from '../../src/digest/item-record.ts';
import { type EntryTraces, itemName, linkTrace } from '../../src/feed/identity.ts';
import type { Item } from '../../src/feed/item.ts';
import type { Issue } from '../../src/issue.ts';
import type { FeedState } from '../../src/store/feed-state.ts';
import { identify } from '../../src/store/identify.ts';
import type { ItemStore } from '../store/items.ts';

/** An item to store, with its permanent name and the digest of its entry in the feed. */
export interface NamedItem {
  name: string;
  digest: string;
  item: Item;
  /** By what else than its id the entry is known again. */
  traces: EntryTraces;
  /** Whether it is a stored item under another id. */
  hasNewId: boolean;
  /** How often the page of its article could not be fetched; absent when it is not to be asked for again. */
  tries?: number | undefined;
  /** Whether its article has just been fetched: its digest does not show that. */
  hasNewArticle?: boolean;
}

/** The entries of a document, each once and under the permanent name of its item. */
export interface NamedItems {
  entries: NamedItem[];
  /** Whether the feed gives new guids to entries that it had before. */
  changesGuids: boolean;
}

/** Finds out which stored item each entry is, and the digest of the entry and of how the feed is cleaned. */
export async function nameItems(
  items: readonly Item[],
  feed: FeedConfig,
  { recent }: Pick<FeedState, 'recent'>,
  { store, custom }: { store: Pick<ItemStore, 'read'>; custom: CustomRules },
  site: string | null,
): Promise<NamedItems> {
  const known = await withTraces(recent, items, feed.id, store, site);
  const named = identify(feed.id, items, known, site);
  const renamed = named.filter(({ knownBy, item }) => knownBy === 'link' && item.id !== item.link).length;
  const inputs = cleaningInputs(feed, custom);
  return {
    entries: named.map(({ name, item, traces, knownBy }) => ({
      ...{ name, item, traces },
      digest: entryDigest(item, inputs),
      hasNewId: knownBy === 'link' || knownBy === 'text',
    })),
    changesGuids: renamed > 0 && 2 * renamed >= named.length,
  };
}

/**
 * The items that a feed's state remembers. An earlier version remembered no traces: where the document has unknown ids,
 * the links of such items are read from their files.
 */
async function withTraces(
  recent: FeedState['recent'],
  items: readonly Item[],
  feed: string,
  store: Pick<ItemStore, 'read'>,
  site: string | null,
): Promise<FeedState['recent']> {
  const names = new Set(recent.map(({ name }) => name));
  const isNews = items.some((item) => !names.has(itemName(feed, item)));
  if (!isNews || recent.every(({ text }) => text !== undefined)) return recent;
  const read = recent.map(async (entry) => {
    if (entry.text !== undefined) return entry;
    const stored = await store.read(entry.name, entry.day);
    const link = stored !== null && 'item' in stored ? linkTrace(stored.item.link, site) : null;
    return link === null ? entry : { ...entry, link };
  });
  return Promise.all(read);
}

/** The issue of a feed that gives new guids to entries that it had before. */
export function guidsChange(feed: string): Issue {
  return {
    feed,
    stage: 'parse',
    code: 'changing-guids',
    message: 'This feed gives new guids to entries that it had before; they are recognised by their links.',
    hint: 'Nothing to do. Tell the publisher, if you can: other readers show such entries again.',
  };
}
