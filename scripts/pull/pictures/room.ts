import { monthOf } from '../../../src/digest/day.ts';
import type { PictureIndex, StoredCopy } from '../../../src/store/picture-index.ts';
import type { WantedPicture } from './wanted-pictures.ts';

/** Which copies fit into the size limit, newest first. Pure. */

/** The expected size of a copy that does not exist yet. */
const usualBytes = 60_000;

/** The wanted pictures without a copy that fit into the limit beside all newer ones. */
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

/** The index of each month, with the newest copies up to the limit; the first that exceeds it and all older ones are left out. */
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
