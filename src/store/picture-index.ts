import { z } from 'zod';

/**
 * The folder of local copies of pictures: an index for each month, `2026-11.json`, and the copies in `copies/`, named by
 * a hash of their content. It is in the content folder but not in the repository. A pull writes it and a build reads it; a
 * lost folder is made again.
 */

/** Path of the folder in the content folder. */
export const pictureFolder = '.cache/pictures';

const copySchema = z.strictObject({
  /** Name in `copies/`. */
  file: z.string().regex(/^[0-9a-f]{20}\.webp$/),
  width: z.int().min(1),
  height: z.int().min(1),
  bytes: z.int().min(1),
});
const indexSchema = z.record(z.string(), copySchema);

/** The copy of a picture. Width and height are in pixels. */
export type StoredCopy = z.infer<typeof copySchema>;

/** Copies by the address of the original. */
export type PictureIndex = Record<string, StoredCopy>;

/** Name of the folder with the copies. */
export const copiesFolder = 'copies';

/** Name of the index of a month (`YYYY-MM`). */
export function indexName(month: string): string {
  return `${month}.json`;
}

/** The month of the index with this file name; null for another file. */
export function monthOfIndex(name: string): string | null {
  return /^(\d{4}-\d{2})\.json$/.exec(name)?.[1] ?? null;
}

/** Parses an index; a damaged one counts as empty. */
export function parseIndex(text: string): PictureIndex {
  try {
    return indexSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

/** The text of an index, sorted by address, so that the same copies always give the same file. */
export function formatIndex(index: PictureIndex): string {
  const sorted = Object.entries(index).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 1)}\n`;
}
