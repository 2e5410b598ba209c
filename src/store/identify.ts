import { type EntryTraces, entryTraces, itemName, type Traces } from '../feed/identity.ts';
import type { Item } from '../feed/item.ts';

/** An item of the feed that is stored. */
export interface KnownItem extends Traces {
  name: string;
}

/** An entry with the permanent name of its item. */
export interface Identified {
  name: string;
  item: Item;
  traces: EntryTraces;
  /** What it was recognised by, or null for a new item. */
  knownBy: 'id' | 'link' | 'text' | null;
}

/**
 * Gives each entry of a document its permanent name: that of the stored item that it is, else a new one. Entries come
 * once, in the document's order. An entry is the stored item
 *
 * 1. whose link, title, date and text it has, so that a document that comes again changes no name,
 * 2. else the one whose id it has (see `itemName`), unless its link or, in an entry without a guid, its text is that of
 *    another one,
 * 3. else the one whose link it has, when no other entry of its document has that link,
 * 4. else the one whose title, date and text it has, when no other entry of its document has them.
 *
 * No two entries are one item. `known` has the newest first; `site` is the address of the site, which identifies no
 * entry.
 */
export function identify(
  feed: string,
  items: readonly Item[],
  known: readonly KnownItem[],
  site: string | null,
): Identified[] {
  const entries = entriesOf(feed, items, site);
  const stored = new StoredItems(known);
  const same = stored.unchanged(entries);
  const taken = new Set(same.values());
  const byId = new Set(entries.filter((entry) => !same.has(entry) && stored.hasOwn(entry, taken)));
  for (const { name } of byId) taken.add(name);
  return entries.map((entry) => {
    const sameName = same.get(entry);
    if (sameName !== undefined)
      return { ...entry, name: sameName, knownBy: sameName === entry.name ? 'id' : 'link' };
    if (byId.has(entry)) return { ...entry, knownBy: 'id' };
    const found = stored.byTraces(entry.traces, taken);
    const name = found?.name ?? newName(feed, entry, taken);
    taken.add(name);
    return { ...entry, name, knownBy: found?.by ?? null };
  });
}

type Entry = Omit<Identified, 'knownBy'>;

/** Each entry once, with the name that its id gives it. */
function entriesOf(feed: string, items: readonly Item[], site: string | null): Entry[] {
  const byName = new Map<string, Item>();
  for (const item of items) {
    const name = itemName(feed, item);
    if (!byName.has(name)) byName.set(name, item);
  }
  const traces = entryTraces([...byName.values()], site);
  return [...byName].map(([name, item], index) => ({ name, item, traces: traces[index] ?? { text: '' } }));
}

/** The name by an entry's id, or by its id and traces when another entry of the document is the item of that name. */
function newName(feed: string, { name, item, traces }: Entry, taken: ReadonlySet<string>): string {
  let free = name;
  // No address, so that nothing is taken off as from a link.
  for (let turn = 2; taken.has(free); turn += 1)
    free = itemName(feed, { ...item, id: `${turn} ${item.id}\n${traces.link ?? ''}\n${traces.text}` });
  return free;
}

/** The stored items of a feed, to look up. Of several with one trace, the first counts. */
class StoredItems {
  readonly #names = new Map<string, KnownItem>();
  readonly #links = new Map<string, KnownItem[]>();
  readonly #texts = new Map<string, KnownItem[]>();

  constructor(known: readonly KnownItem[]) {
    for (const item of known) {
      this.#names.set(item.name, item);
      for (const [table, trace] of [
        [this.#links, item.link],
        [this.#texts, item.text],
      ] as const) {
        if (trace) table.set(trace, [...(table.get(trace) ?? []), item]);
      }
    }
  }

  /** The items whose link and text entries have, by entry: that of its own id before others, each once. */
  unchanged(entries: readonly Entry[]): Map<Entry, string> {
    const found = new Map<Entry, string>();
    const taken = new Set<string>();
    const take = (entry: Entry, item: KnownItem | undefined) => {
      if (item === undefined || taken.has(item.name)) return;
      found.set(entry, item.name);
      taken.add(item.name);
    };
    const isSame = ({ traces }: Entry, { link, text }: KnownItem) =>
      traces.text !== '' && text === traces.text && (link ?? '') === (traces.link ?? '');
    for (const entry of entries) {
      const own = this.#names.get(entry.name);
      if (own !== undefined && isSame(entry, own)) take(entry, own);
    }
    for (const entry of entries) {
      if (found.has(entry)) continue;
      const others = this.#texts.get(entry.traces.text) ?? [];
      take(
        entry,
        others.find((item) => !taken.has(item.name) && isSame(entry, item)),
      );
    }
    return found;
  }

  /** Whether the item that has an entry's id is that entry, and no other has its link or its text. */
  hasOwn({ name, item, traces: { link, text } }: Entry, taken: ReadonlySet<string>): boolean {
    const own = this.#names.get(name);
    if (own === undefined || taken.has(name)) return false;
    const isAnother = (found: KnownItem | undefined) => found !== undefined && found !== own;
    if (link && own.link && own.link !== link && isAnother(this.#links.get(link)?.[0])) return false;
    const hasGuid = item.id !== item.link;
    return hasGuid || own.text === text || !isAnother(this.#texts.get(text)?.[0]);
  }

  byTraces(
    { link, text }: EntryTraces,
    taken: ReadonlySet<string>,
  ): { name: string; by: 'link' | 'text' } | undefined {
    const isFree = ({ name }: KnownItem) => !taken.has(name);
    const byLink = this.#links.get(link ?? '')?.find(isFree);
    if (byLink) return { name: byLink.name, by: 'link' };
    const byText = this.#texts.get(text)?.find(isFree);
    return byText && { name: byText.name, by: 'text' };
  }
}
