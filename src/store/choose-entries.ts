import type { Item } from '../feed/item.ts';

/** An entry of a document, and the permanent name of its item. */
export interface DocumentEntry {
  name: string;
  item: Pick<Item, 'publishedAt'>;
}

/** What a pull takes of a document. */
export interface ChosenEntries<Entry> {
  /** Newest first. */
  taken: Entry[];
  /** Names of new entries that a later pull takes. */
  waiting: string[];
  /** How many entries waited and have left the document. */
  gone: number;
}

export interface ChooseOptions {
  /** How many of the newest entries are taken, and how many new ones at most. */
  maxItems: number;
  /** Names of the items that the pulls before have seen. */
  known: ReadonlySet<string>;
  /** Names of the entries that were left to this pull. */
  waited: readonly string[];
  now: Date;
}

/** A first pull leaves older entries of a long document alone: they are an archive, no news. */
const newsMs = 7 * 86_400_000;

/**
 * Chooses the entries that a pull takes: the newest `maxItems`, all known ones, and of those that waited as many as there
 * is room for, newest first. An entry begins to wait when it is new, the newest `maxItems` leave it out, and it stands
 * above a known one; where the document has no known one, when it is dated in the last seven days.
 */
export function chooseEntries<Entry extends DocumentEntry>(
  entries: readonly Entry[],
  { maxItems, known, waited, now }: ChooseOptions,
): ChosenEntries<Entry> {
  const ranked = newestFirst(entries);
  const listed = new Set(ranked.map(({ name }) => name));
  const gone = waited.filter((name) => !listed.has(name) && !known.has(name)).length;
  if (ranked.length <= maxItems) return { taken: ranked, waiting: [], gone };
  const isKnown = ({ name }: Entry) => known.has(name);
  const lastKnown = ranked.findLastIndex(isKnown);
  const newsSince = new Date(now.getTime() - newsMs).toISOString();
  const hasWaited = new Set(waited);
  const isNews = ({ item: { publishedAt } }: Entry) => publishedAt !== null && publishedAt >= newsSince;
  const left = ranked.filter(
    (entry, rank) =>
      rank >= maxItems &&
      !isKnown(entry) &&
      (hasWaited.has(entry.name) || (lastKnown < 0 ? isNews(entry) : rank < lastKnown)),
  );
  const room = ranked.slice(0, maxItems).filter(isKnown).length;
  const late = new Set(left.slice(0, room));
  return {
    taken: ranked.filter((entry, rank) => rank < maxItems || isKnown(entry) || late.has(entry)),
    waiting: left.slice(room).map(({ name }) => name),
    gone,
  };
}

/** Where some entries have no date, the document lists the newest first. */
function newestFirst<Entry extends DocumentEntry>(entries: readonly Entry[]): Entry[] {
  if (entries.some(({ item }) => item.publishedAt === null)) return [...entries];
  return entries.toSorted((a, b) => ((a.item.publishedAt ?? '') < (b.item.publishedAt ?? '') ? 1 : -1));
}
