import type { Config } from '../config/schema.ts';
import type { PlacedItem } from '../store/stored-item.ts';
import { canonicalLink } from '../text/url.ts';
import { guidOf } from './guid.ts';

/** The end of an item's page and file: `<feed-id>-<12 hex>`. */
const itemName = /([a-z0-9][a-z0-9-]*-[0-9a-f]{12})(?:\.md|\/(?:index\.html)?)?$/;

/**
 * Leaves out the items that `remove` in `digest.yaml` lists. A line may be the address of the original (http or https),
 * the address of our page, the path of the stored file, the id that the source gave the item, or the guid in our feeds.
 */
export function withoutRemoved(items: readonly PlacedItem[], config: Config): PlacedItem[] {
  const removed = new Set(config.remove.flatMap(keysOf));
  if (removed.size === 0) return [...items];
  return items.filter((item) => !namesOf(item).some((name) => removed.has(name)));
}

/** Every key that one line of `remove` may match. */
function keysOf(line: string): string[] {
  const text = line.trim();
  const name = itemName.exec(text)?.[1];
  return [text, ...addressKey(text), ...(name === undefined ? [] : [name])];
}

/** Every key of an item. */
function namesOf({ name, id, link }: PlacedItem): string[] {
  const addresses = [id, link ?? ''].flatMap((text) => [
    ...addressKey(text),
    ...addressKey(text.replace(/#.*$/, '')),
  ]);
  return [name, id, guidOf(name), ...addresses];
}

/** The normal form of an address, with its fragment, since two items may share a page. */
function addressKey(text: string): string[] {
  const page = canonicalLink(text);
  return page === null ? [] : [page + (URL.parse(text)?.hash ?? '')];
}
