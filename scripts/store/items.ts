import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { subMonths } from 'date-fns/subMonths';
import { formatItemFile, type ParsedItemFile, parseItemFile } from '../../src/store/item-file.ts';
import { dayFolder, itemAtPath, pathOfItem } from '../../src/store/item-path.ts';
import type { StoredItem } from '../../src/store/stored-item.ts';
import { compareText } from '../../src/text/compare.ts';
import { itemsNotCheckedOut } from './not-checked-out.ts';
import { readIfExists } from './read-if-exists.ts';
import { writeWhole } from './write-whole.ts';

/** An item that is stored. */
export interface ListedItem {
  name: string;
  day: string;
  /** Whether its file is on disk; otherwise it is in Git and not checked out. */
  isHere: boolean;
}

/**
 * The items of a content folder: `items/YYYY/MM/DD/<name>.md` on disk, and in Git those that are not checked out. Every
 * write is atomic.
 */
export interface ItemStore {
  /** Every item, sorted by path. */
  list: () => Promise<ListedItem[]>;
  /** Items that are stored under several days, oldest day first; sorted by name. */
  twins: () => Promise<{ name: string; days: string[] }[]>;
  /** The day under which an item is stored, null when it is not stored. */
  dayOf: (name: string) => Promise<string | null>;
  /** Null when the item is not stored. @throws when Git has the item and cannot give it */
  read: (name: string, day: string) => Promise<ParsedItemFile | null>;
  /** Writes an item; gives whether it differs from the stored one. */
  write: (name: string, day: string, item: StoredItem, body: string) => Promise<boolean>;
}

export function openItemStore(content: string): ItemStore {
  const fileOf = (name: string, day: string) => join(content, 'items', pathOfItem(name, day));
  // Each is read once.
  const notCheckedOut = once(() => itemsNotCheckedOut(content));
  const onDisk = once(() => listItems(join(content, 'items')));
  const index = once(async () => {
    const here = (await onDisk()).map(({ name, day }): [string, string] => [name, day]);
    return new Map([...(await notCheckedOut()).days, ...here]);
  });
  const textOf = async (name: string, day: string) => {
    const text = await readIfExists(fileOf(name, day));
    if (text !== null) return text;
    const { days, read } = await notCheckedOut();
    return days.get(name) === day ? read(name, day) : null;
  };
  return {
    list: async () => {
      const here = (await onDisk()).map((item) => ({ ...item, isHere: true }));
      const others = [...(await notCheckedOut()).days].map(([name, day]) => ({ name, day, isHere: false }));
      const pathOf = ({ name, day }: ListedItem) => pathOfItem(name, day);
      return [...here, ...others].sort((a, b) => compareText(pathOf(a), pathOf(b)));
    },
    twins: async () => {
      const byName = Map.groupBy(await onDisk(), ({ name }) => name);
      return [...byName]
        .filter(([, items]) => items.length > 1)
        .map(([name, items]) => ({ name, days: items.map(({ day }) => day).sort() }))
        .sort((a, b) => compareText(a.name, b.name));
    },
    dayOf: async (name) => (await index()).get(name) ?? null,
    read: async (name, day) => {
      const text = await textOf(name, day);
      return text === null ? null : parseItemFile(text);
    },
    write: async (name, day, item, body) => {
      const file = fileOf(name, day);
      const text = formatItemFile(item, body);
      if ((await readIfExists(file)) === text) return false;
      const known = (await notCheckedOut()).days.get(name) === day;
      if (known && (await textOf(name, day)) === text) return false;
      await mkdir(dirname(file), { recursive: true });
      await writeWhole(file, text);
      (await index()).set(name, day);
      return true;
    },
  };
}

/** A function that does its work at the first call, and gives the same result at every call. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}

/**
 * Removes the half-written files of a killed pull (names that end in a dot and digits) where a pull writes: in the
 * states and records, and in the items of the month of `now` and the month before. `.gitignore` excludes those elsewhere.
 */
export async function removeHalfWritten(content: string, now: Date): Promise<void> {
  const months = [now, subMonths(now, 1)].map((date) =>
    join('items', dayFolder(date.toISOString().slice(0, 7))),
  );
  for (const folder of ['', 'status', 'volumes', ...months]) {
    for (const file of await list(join(content, folder), folder !== '')) {
      if (/\.(md|json)\.\d+$/.test(file)) await rm(join(content, folder, file), { force: true });
    }
  }
}

async function listItems(items: string): Promise<{ name: string; day: string }[]> {
  return (await list(items, true)).flatMap((file) => itemAtPath(file) ?? []);
}

async function list(folder: string, recursive: boolean): Promise<string[]> {
  try {
    return (await readdir(folder, { recursive })).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
