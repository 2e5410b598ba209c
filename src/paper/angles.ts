import type { Story } from '../digest/edition.ts';
import type { PlacedItem } from '../store/stored-item.ts';

/** One article about a story: an item, and the items that carry the same article elsewhere. */
export interface Angle {
  item: PlacedItem;
  same: PlacedItem[];
}

/** Every angle of a story, the lead's first; each item is in exactly one. */
export function anglesOf({ lead, others, sameArticle }: Story): Angle[] {
  const items = [lead, ...others];
  const setOf = new Map(sameArticle.flatMap((set) => set.map((name) => [name, set] as const)));
  const told = new Set<string>();
  return items.flatMap((item) => {
    if (told.has(item.name)) return [];
    const set = setOf.get(item.name) ?? [item.name];
    for (const name of set) told.add(name);
    return [{ item, same: items.filter((other) => other !== item && set.includes(other.name)) }];
  });
}
