import { z } from 'zod';

/**
 * The folder of own copies: one index a month, `2026-11.json`, and the copies in `copies/`, named by their content.
 * It lies in the content folder, out of the repository. A pull writes it, a build reads it; lost, it is made anew.
 */

/** The folder in the content folder. */
export const pictureFolder = '.cache/pictures';

const copySchema = z.strictObject({
  /** Name in `copies/`. */
  file: z.string().regex(/^[0-9a-f]{20}\.webp$/),
  width: z.int().min(1),
  height: z.int().min(1),
  bytes: z.int().min(1),
});
const indexSchema = z.record(z.string(), copySchema);

/** The copy of a picture, sizes in pixels. */
export type StoredCopy = z.infer<typeof copySchema>;

/** Copies by the address of the original. */
export type PictureIndex = Record<string, StoredCopy>;

/** Name of the folder with the copies. */
export const copiesFolder = 'copies';

export function indexName(month: string): string {
  return `${month}.json`;
}

/** The month of an index by the name of its file; null for any other file. */
export function monthOfIndex(name: string): string | null {
  return /^(\d{4}-\d{2})\.json$/.exec(name)?.[1] ?? null;
}

/** Reads an index; one that is damaged counts as empty. */
export function parseIndex(text: string): PictureIndex {
  try {
    return indexSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

/** Sorted by address, so that the same copies give the same file. */
export function formatIndex(index: PictureIndex): string {
  const sorted = Object.entries(index).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 1)}\n`;
}
