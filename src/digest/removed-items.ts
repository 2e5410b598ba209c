import type { Config } from '../config/schema.ts';
import type { PlacedItem } from '../store/stored-item.ts';
import { canonicalLink } from '../text/url.ts';
import { guidOf } from './guid.ts';

/** The end of an item's page and file: `<feed-id>-<12 hex>`. */
const itemName = /([a-z0-9][a-z0-9-]*-[0-9a-f]{12})(?:\.md|\/(?:index\.html)?)?$/;

/**
 * Takes out what `remove` in `digest.yaml` names, for as long as it names it. An item may be named by the address
 * of the original (with either scheme), by the address of its page or its file, by the id that its feed gives it,
 * or by the guid that our feeds give it.
 */
export function withoutRemoved(items: readonly PlacedItem[], config: Config): PlacedItem[] {
  const removed = new Set(config.remove.flatMap(keysOf));
  if (removed.size === 0) return [...items];
  return items.filter((item) => !namesOf(item).some((name) => removed.has(name)));
}

/** What one line of `remove` may mean. */
function keysOf(line: string): string[] {
  const text = line.trim();
  const name = itemName.exec(text)?.[1];
  return [text, ...addressKey(text), ...(name === undefined ? [] : [name])];
}

/** All that an item is known by. */
function namesOf({ name, id, link }: PlacedItem): string[] {
  const addresses = [id, link ?? ''].flatMap((text) => [
    ...addressKey(text),
    ...addressKey(text.replace(/#.*$/, '')),
  ]);
  return [name, id, guidOf(name), ...addresses];
}

/** One spelling for an address; its fragment counts, since two items may stand on one page. */
function addressKey(text: string): string[] {
  const page = canonicalLink(text);
  return page === null ? [] : [page + (URL.parse(text)?.hash ?? '')];
}
