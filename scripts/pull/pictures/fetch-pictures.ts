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

/** Fetches pictures and stores their copies; gives a result for each, in their order. Never throws because of a picture. */
export function fetchPictures(
  wanted: readonly WantedPicture[],
  { config, siteUrl, folder, until, tools }: FetchPicturesOptions,
): Promise<PictureResult[]> {
  const turn = pLimit(copiesAtOnce);
  const urlOf = new Map(config.feeds.map((feed) => [feed.id, feed.url]));
  const requests = wanted.map(
    ({ url, feed }): FetchRequest => ({
      ...{ feed, url, validators: null, userAgent: userAgent(siteUrl), accept: acceptPictures },
      deadlineMs: config.pull.timeoutSeconds * 1000,
      maxBytes: mostBytes,
      allowPrivateHosts: listedFrom(urlOf.get(feed) ?? '', config.pull.allowPrivateHosts),
    }),
  );
  return fetchAll<PictureResult>(requests, {
    ...{ atOnce: config.pull.atOnce, gapMs, until, tools },
    onOutcome: (outcome) => resultOf(outcome, folder, turn),
  });
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
