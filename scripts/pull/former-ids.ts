import type { Config, FeedConfig } from '../../src/config/schema.ts';
import { itemName } from '../../src/feed/identity.ts';
import type { Item } from '../../src/feed/item.ts';
import type { FeedState } from '../../src/store/feed-state.ts';

/**
 * Tells, for a feed, which items are stored under an id that it had before: under that of a feed with the same address
 * that has left the configuration. Such items stay where they are, so that a feed whose id was changed brings none again.
 */
export function formerIds(
  { feeds }: Config,
  states: readonly FeedState[],
): (feed: FeedConfig) => (item: Item) => boolean {
  const listed = new Set(feeds.map(({ id }) => id));
  const left = states.filter(({ feed }) => !listed.has(feed));
  return ({ url }) => {
    const former = left
      .filter((state) => state.url === url || state.movedTo === url)
      .map(({ feed, recent }) => ({ feed, names: new Set(recent.map(({ name }) => name)) }));
    return (item) => former.some(({ feed, names }) => names.has(itemName(feed, item)));
  };
}
