import { z } from 'zod';

/**
 * Items that no longer lie where they lay: `moved.json` in the content folder. Their old addresses lead to the new
 * ones, and feed states that name the old day are read with the new one.
 */
const movedSchema = z.record(z.string().regex(/^\d{4}-\d{2}-\d{2}\/[a-z0-9-]+$/), z.iso.date());

/** The day an item lies under now, by its old day and its name: `2026-11-28/wire-000000000001`. */
export type MovedItems = Readonly<Record<string, string>>;

/** Name of the file in the content folder. */
export const movedFile = 'moved.json';

export function movedKey(day: string, name: string): string {
  return `${day}/${name}`;
}

/** The name in a key of `movedKey`. */
export function nameOfMovedKey(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}

/** Where an item lies that was stored under `day`. */
export function dayNow(moved: MovedItems, day: string, name: string): string {
  return Object.hasOwn(moved, movedKey(day, name)) ? (moved[movedKey(day, name)] ?? day) : day;
}

/** Sorted by key, so that the same moves give the same file. */
export function formatMoved(moved: MovedItems): string {
  const sorted = Object.entries(moved).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 1)}\n`;
}

/** Reads the text of the file; one that is missing or damaged counts as empty. */
export function parseMoved(text: string): MovedItems {
  try {
    return movedSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
