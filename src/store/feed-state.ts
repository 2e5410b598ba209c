import { z } from 'zod';
import { learnedSchema } from '../clean/boilerplate/learn.ts';
import { compareText } from '../text/compare.ts';
import { outageSchema } from './outages.ts';
import { mostPages } from './page-record.ts';
import { restrictionsSchema } from './restrictions.ts';

const instant = z.iso.datetime({ precision: 3 });
const day = z.iso.date();

/**
 * What is stored about one feed between pulls: `status/<feed>.json`. It changes only when something happened, so that a
 * pull without news changes nothing in the repository.
 */
export const feedStateSchema = z.strictObject({
  feed: z.string(),
  /** Title, site, language and licence of the feed, as last read. */
  title: z.string().nullable(),
  link: z.string().nullable(),
  language: z.string().nullable(),
  rights: z.string().nullable(),
  /** For the next conditional request: those of the last changed document, set after its items were stored. */
  validators: z.strictObject({ etag: z.string().nullable(), lastModified: z.string().nullable() }),
  /** Set when the server has answered 304 for a changed document: from then on, requests are not conditional. */
  deniesChanges: z.literal(true).optional(),
  /** The address that the validators belong to; with another address, the request is not conditional. */
  url: z.string(),
  /** The target of a permanent redirect, for the owner to put into the configuration. */
  movedTo: z.string().nullable(),
  /** When a pull last read a changed document, or the first one after failures. */
  lastSuccessAt: instant.nullable(),
  /** When a pull last stored a new item. */
  lastNewAt: instant.nullable(),
  /** The current series of failures, or null. */
  failure: z
    .strictObject({
      since: instant,
      /** How many pulls in a row have failed. */
      count: z.int().min(1),
      code: z.string(),
      message: z.string(),
      hint: z.string(),
    })
    .nullable(),
  /** Past series of failures, oldest first. */
  outages: z.array(outageSchema).default([]),
  /** Whether the server has answered that the feed is gone for good (410); see `retirement.ts` for when it is asked again. */
  retired: z.boolean(),
  /** When it last answered so. Earlier versions did not store it. */
  goneAt: instant.optional(),
  /**
   * Items seen lately, newest day first: where each is stored, and a digest of the entry it was made from. Contains at
   * least all items of the last document, so that a pull recognises an unchanged entry without reading its file.
   */
  recent: z.array(
    z.strictObject({
      name: z.string(),
      day,
      digest: z.string(),
      /** By what else than its id its entry is known (see `entryTraces`); absent in states of earlier versions. */
      link: z.string().optional(),
      text: z.string().optional(),
      /** How often fetching the page of its article has failed; absent when it is not fetched again. */
      tries: z.int().min(0).optional(),
    }),
  ),
  /** See `page-record.ts`; absent while no page of an article was asked for. */
  pages: z.array(z.string()).max(mostPages).optional(),
  /** Names of new entries that the last pull left to the next one, because there were more than it takes. */
  waiting: z.array(z.string()).optional(),
  /** The settings that restricted what readers see of the feed at the last pull; absent when none did. */
  restrictions: restrictionsSchema.optional(),
  /** Boilerplate around the articles of this feed, learned over time. */
  boilerplate: learnedSchema.nullable(),
  /** Set when the owner has been told that the feed gives entries new guids. */
  changesGuids: z.literal(true).optional(),
});

export type FeedState = z.infer<typeof feedStateSchema>;

/** The state of a feed before its first pull. */
export function newFeedState(feed: string, url: string): FeedState {
  return {
    feed,
    title: null,
    link: null,
    language: null,
    rights: null,
    validators: { etag: null, lastModified: null },
    url,
    movedTo: null,
    lastSuccessAt: null,
    lastNewAt: null,
    failure: null,
    outages: [],
    retired: false,
    recent: [],
    boilerplate: null,
  };
}

/**
 * The items to remember: all of the last document and the newest of those seen earlier, at most `spare` of them. Of an
 * item that has left the document, no page is fetched any more.
 */
export function remember(
  inDocument: FeedState['recent'],
  earlier: FeedState['recent'],
  spare: number,
): FeedState['recent'] {
  const names = new Set(inDocument.map(({ name }) => name));
  const newestFirst = (a: FeedState['recent'][number], b: FeedState['recent'][number]) =>
    a.day === b.day ? compareText(a.name, b.name) : compareText(b.day, a.day);
  const kept = earlier
    .filter(({ name }) => !names.has(name))
    .sort(newestFirst)
    .slice(0, spare)
    .map(({ tries: _, ...entry }) => entry);
  return [...inDocument, ...kept].sort(newestFirst);
}
