import pLimit from 'p-limit';
import type { Config } from '../../../src/config/schema.ts';
import type { StoredCopy } from '../../../src/store/picture-index.ts';
import { fetchAll } from '../../fetch/all.ts';
import type { FetchTools } from '../../fetch/document.ts';
import { listedFrom } from '../../fetch/guard.ts';
import { userAgent } from '../../fetch/headers.ts';
import type { FetchOutcome, FetchRequest } from '../../fetch/request.ts';
import { isFull } from '../../terminal/stopped.ts';
import { writeCopy } from './copy-store.ts';
import { makeCopy } from './make-copy.ts';
import type { WantedPicture } from './wanted-pictures.ts';

export interface FetchPicturesOptions {
  config: Config;
  siteUrl: string;
  /** The folder of copies. */
  folder: string;
  /** Milliseconds since 1970 from which on no picture is asked for. */
  until: number;
  tools?: Partial<FetchTools> | undefined;
}

/** The result for one picture: its copy, a code for why there is none, or null when it was not asked for. */
export type PictureResult = StoredCopy | { code: string } | null;

/** A browser asks a host for six pictures at once; one after another with a short gap is no burden. */
const gapMs = 100;
const mostBytes = 15_000_000;
const acceptPictures = 'image/avif, image/webp, image/*;q=0.9, */*;q=0.1';

/** Each may take 160 MB of memory while it is decoded. */
const copiesAtOnce = 2;

/**
 * Fetches pictures and stores their copies; gives a result for each, in their order. A picture that is refused is asked
 * for once more, as the page of its article would ask. Never throws because of a picture.
 */
export async function fetchPictures(
  wanted: readonly WantedPicture[],
  options: FetchPicturesOptions,
): Promise<PictureResult[]> {
  const results = await fetchOnce(wanted, options, false);
  const refused = wanted.flatMap((picture, index) =>
    picture.article !== null && isRefusal(results[index]) ? { picture, index } : [],
  );
  if (refused.length === 0) return results;
  const again = await fetchOnce(
    refused.map(({ picture }) => picture),
    options,
    true,
  );
  for (const [place, { index }] of refused.entries()) results[index] = again[place] ?? results[index] ?? null;
  return results;
}

/** Whether a host refused a picture, as some do when no page of theirs asks. */
function isRefusal(result: PictureResult | undefined): boolean {
  return result != null && 'code' in result && /^(?:http-40[13]|challenge-page)$/.test(result.code);
}

function fetchOnce(
  wanted: readonly WantedPicture[],
  { config, siteUrl, folder, until, tools }: FetchPicturesOptions,
  withReferer: boolean,
): Promise<PictureResult[]> {
  const turn = pLimit(copiesAtOnce);
  const feeds = new Map(config.feeds.map((feed) => [feed.id, feed]));
  const requests = wanted.map(
    ({ url, feed, article }): FetchRequest => ({
      ...{ feed, url, validators: null, userAgent: userAgent(siteUrl), accept: acceptPictures },
      deadlineMs: config.pull.timeoutSeconds * 1000,
      maxBytes: mostBytes,
      allowPrivateHosts: listedFrom(feeds.get(feed)?.url ?? '', config.pull.allowPrivateHosts),
      proxy: feeds.get(feed)?.proxy,
      referer: withReferer ? refererOf(article) : undefined,
    }),
  );
  return fetchAll<PictureResult>(requests, {
    ...{ atOnce: config.pull.atOnce, gapMs, until, tools },
    onOutcome: (outcome) => resultOf(outcome, folder, turn),
  });
}

/** The address of an article as a browser names it, without fragment; undefined when it is none. */
function refererOf(article: string | null): string | undefined {
  const url = URL.parse(article ?? '');
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  return url.origin + url.pathname + url.search;
}

async function resultOf(
  outcome: FetchOutcome,
  folder: string,
  turn: ReturnType<typeof pLimit>,
): Promise<PictureResult> {
  if (outcome.kind === 'unchanged') return { code: 'failed' };
  if (outcome.kind !== 'document')
    return outcome.issue.code === 'not-asked' ? null : { code: outcome.issue.code };
  const copy = await turn(() => makeCopy(outcome.bytes));
  if (typeof copy === 'string') return { code: copy };
  // On a full disk the rest waits; writing the index then says so.
  return writeCopy(folder, copy).catch((error: unknown) => {
    if (isFull(error)) return null;
    throw error;
  });
}
