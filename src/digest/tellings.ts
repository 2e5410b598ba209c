import type { PlacedItem } from '../store/stored-item.ts';

/** What else is told of the story of an item: by other feeds, and by the item's own. */
export interface Tellings<Telling> {
  byOthers: Telling[];
  byItself: Telling[];
}

/**
 * How many of each are listed with an item. Notices made from one template may be one story of hundreds, and each of
 * them would list all others.
 */
const mostListed = 12;

/**
 * The tellings to list with `item`, in the order given: of each other feed the first, and those of its own feed.
 * `itemOf` gives the item that stands for a telling.
 */
export function listedTellings<Telling>(
  item: PlacedItem,
  tellings: readonly Telling[],
  itemOf: (telling: Telling) => PlacedItem,
): Tellings<Telling> {
  const feeds = new Set([item.feed]);
  const byOthers = tellings.filter((telling) => {
    const { feed } = itemOf(telling);
    if (feeds.has(feed)) return false;
    feeds.add(feed);
    return true;
  });
  const byItself = tellings.filter((telling) => itemOf(telling).feed === item.feed);
  return { byOthers: byOthers.slice(0, mostListed), byItself: byItself.slice(0, mostListed) };
}
