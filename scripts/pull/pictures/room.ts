import { monthOf } from '../../../src/digest/day.ts';
import type { PictureIndex, StoredCopy } from '../../../src/store/picture-index.ts';
import type { WantedPicture } from './wanted-pictures.ts';

/** How much room copies take, newest first. Pure. */

/** What a copy that is not there yet will take, more or less. */
const usualBytes = 60_000;

/** Of what is wanted and not there, what there is room for once all that is newer has its place. */
export function worthFetching(
  wanted: readonly WantedPicture[],
  copies: ReadonlyMap<string, StoredCopy>,
  maxBytes: number,
): WantedPicture[] {
  const seen = new Set<string>();
  let used = 0;
  return wanted.filter(({ url }) => {
    const copy = copies.get(url);
    const key = copy?.file ?? url;
    if (seen.has(key)) return false;
    seen.add(key);
    used += copy?.bytes ?? usualBytes;
    return copy === undefined && used <= maxBytes;
  });
}

/** The index of each month, with the newest copies that the room is enough for; from the first that is too much on, none. */
export function indexesOf(
  wanted: readonly WantedPicture[],
  copies: ReadonlyMap<string, StoredCopy>,
  maxBytes: number,
): Map<string, PictureIndex> {
  const months = new Map<string, PictureIndex>();
  const counted = new Set<string>();
  let used = 0;
  for (const { url, day } of wanted) {
    const copy = copies.get(url);
    if (copy === undefined) continue;
    if (!counted.has(copy.file)) used += copy.bytes;
    if (used > maxBytes) break;
    counted.add(copy.file);
    const index = months.get(monthOf(day)) ?? {};
    index[url] = copy;
    months.set(monthOf(day), index);
  }
  return months;
}
