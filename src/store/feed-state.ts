import { z } from 'zod';
import { learnedSchema } from '../clean/boilerplate.ts';
import { compareText } from '../text/compare.ts';
import { outageSchema } from './outages.ts';

const instant = z.iso.datetime({ precision: 3 });
const day = z.iso.date();

/**
 * What is remembered of one feed between pulls: `status/<feed>.json`. It changes only when something happened,
 * so that a night that brings nothing leaves no trace in the repository.
 */
export const feedStateSchema = z.strictObject({
  feed: z.string(),
  /** What the feed calls itself, the site it belongs to, its language and its licence, as last read. */
  title: z.string().nullable(),
  link: z.string().nullable(),
  language: z.string().nullable(),
  rights: z.string().nullable(),
  /** For the next conditional request: those of the last document that brought something, once it was stored. */
  validators: z.strictObject({ etag: z.string().nullable(), lastModified: z.string().nullable() }),
  /** Set when its server called a document unchanged that had changed: then the whole is asked for each time. */
  deniesChanges: z.literal(true).optional(),
  /** The address these validators belong to: a changed address asks for the whole document again. */
  url: z.string(),
  /** Where a permanent redirect leads; to be put into the configuration. */
  movedTo: z.string().nullable(),
  /** When a pull last read a document that differed from the one before, or ended a row of failures. */
  lastSuccessAt: instant.nullable(),
  /** When a pull last stored a new item. */
  lastNewAt: instant.nullable(),
  /** The row of failures that is going on, else null. */
  failure: z
    .strictObject({
      since: instant,
      /** Pulls in a row that failed. */
      count: z.int().min(1),
      code: z.string(),
      message: z.string(),
      hint: z.string(),
    })
    .nullable(),
  /** Rows of failures that are over, oldest first. */
  outages: z.array(outageSchema).default([]),
  /** Whether the publisher has said that the feed is gone for good (410); it is not asked again. */
  retired: z.boolean(),
  /**
   * Items seen lately, newest day first: where each is stored, and a digest of the entry it was made from.
   * At least all of the last document, so that an entry seen again is known without reading the store.
   */
  recent: z.array(
    z.strictObject({
      name: z.string(),
      day,
      digest: z.string(),
      /** How often the page of its article could not be fetched; absent when it is not to be asked for again. */
      tries: z.int().min(0).optional(),
    }),
  ),
  /** What the feed repeats around its articles, learned over time. */
  boilerplate: learnedSchema.nullable(),
});

export type FeedState = z.infer<typeof feedStateSchema>;

/** The state of a feed that was never pulled. */
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
 * Keeps every item of the last document, and beside them the newest of those seen earlier, `spare` at most; for what
 * has left the document nothing is to be fetched any more.
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
    .map(({ name, day, digest }) => ({ name, day, digest }));
  return [...inDocument, ...kept].sort(newestFirst);
}
