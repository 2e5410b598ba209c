import { join } from 'node:path';
import { withFormerFeeds } from '../../../src/digest/former-feeds.ts';
import { pictureSettings } from '../../../src/digest/shown-pictures.ts';
import { readStates } from '../../../src/paper/read-content.ts';
import { pictureFolder } from '../../../src/store/picture-index.ts';
import type { FetchTools } from '../../fetch/document.ts';
import { readKept, removeKept, writeKept } from './copy-store.ts';
import { type FetchPicturesOptions, fetchPictures } from './fetch-pictures.ts';
import { countMisses, isWorthATry, missAfter } from './misses.ts';
import type { PictureReport } from './report.ts';
import { indexesOf, worthFetching } from './room.ts';
import { type PicturesRequest, wantedPictures } from './wanted-pictures.ts';

export interface PullPicturesRequest extends PicturesRequest {
  /** For the whole step; what remains is left to the next pull. Eight minutes when absent. */
  deadlineMs?: number | undefined;
  /** Milliseconds since 1970 from which on the run asks nobody. */
  until?: number | undefined;
  tools?: Partial<FetchTools> | undefined;
}

const longestMs = 8 * 60_000;

/**
 * Copies the pictures of feeds with `pictures: local`, newest first, and removes copies that no article of the last days
 * shows. A picture that has a copy is not asked for again. Null when no feed wants copies: then all are removed.
 */
export async function pullPictures(request: PullPicturesRequest): Promise<PictureReport | null> {
  const { content, siteUrl, tools } = request;
  const config = withFormerFeeds(request.config, (await readStates(content)).states);
  const folder = join(content, pictureFolder);
  if (!pictureSettings(config).has('local')) {
    await removeKept(folder);
    return null;
  }
  const ownUntil = (tools?.now ?? Date.now)() + (request.deadlineMs ?? longestMs);
  const until = Math.min(ownUntil, request.until ?? ownUntil);
  const maxBytes = config.pictures.maxMegabytes * 1_000_000;
  const wanted = await wantedPictures(request);
  const { copies, misses } = await readKept(folder);
  const before = new Set(copies.keys());
  const room = worthFetching(wanted, copies, maxBytes);
  const due = room.filter(({ url }) => isWorthATry(misses.get(url)));
  const options: FetchPicturesOptions = { config, siteUrl, folder, until, tools };
  const results = await fetchPictures(due, options);
  for (const [index, { url }] of due.entries()) {
    const result = results[index];
    if (!result) continue;
    if ('file' in result) copies.set(url, result);
    else misses.set(url, missAfter(misses.get(url), result.code));
  }
  const months = indexesOf(wanted, copies, maxBytes);
  const urls = new Set(wanted.map(({ url }) => url));
  const stillMissed = new Map([...misses].filter(([url]) => urls.has(url) && !copies.has(url)));
  await writeKept(folder, months, stillMissed);
  const kept = [...months.values()].flatMap((index) => Object.keys(index));
  return {
    added: new Set(kept.filter((url) => !before.has(url))).size,
    kept: new Set(kept).size,
    waiting: results.filter((result) => result === null).length,
    misses: countMisses(stillMissed.values()),
  };
}
