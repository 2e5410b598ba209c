import type { FeedConfig } from '../../src/config/schema.ts';
import { itemName } from '../../src/feed/identity.ts';
import type { FeedDocument } from '../../src/feed/item.ts';
import { type ChosenEntries, chooseEntries } from '../../src/store/choose-entries.ts';
import type { FeedState } from '../../src/store/feed-state.ts';
import type { PullContext } from './pull-context.ts';

/** What a pull does not take of a document: new entries that wait, and how many have gone. */
export interface LeftEntries extends Pick<ChosenEntries<unknown>, 'waiting' | 'gone'> {
  /** How many entries the document lists, taken or not. */
  listed: number;
}

/**
 * A document with the items that this pull takes. The others are dropped at once, since there may be tens of thousands;
 * so are those that were removed for good, and those that are stored under a former id of the feed.
 */
export function keepChosen(
  document: FeedDocument,
  feed: FeedConfig,
  { recent, waiting: waited = [] }: FeedState,
  { forgotten, formerOf, now }: Pick<PullContext, 'forgotten' | 'formerOf' | 'now'>,
): LeftEntries & { document: FeedDocument } {
  const isFormer = formerOf(feed);
  const entries = document.items
    .map((item) => ({ name: itemName(feed.id, item), item }))
    .filter(({ name, item }) => !forgotten.has(name) && !isFormer(item));
  const known = new Set(recent.map(({ name }) => name));
  const { taken, ...left } = chooseEntries(entries, { maxItems: feed.maxItems, known, waited, now });
  const kept = { ...document, items: taken.map(({ item }) => item) };
  return { document: kept, listed: document.items.length, ...left };
}
