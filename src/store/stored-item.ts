import { z } from 'zod';
import type { Removal } from '../clean/rule.ts';

const instant = z.iso.datetime({ precision: 3 });

const removalSchema: z.ZodType<Removal> = z.strictObject({
  rule: z.string(),
  count: z.int().min(1),
  text: z.string(),
});

/**
 * The record of an item as it is stored: the front matter of its file (see `item-file.ts`), without the body. The Astro
 * collection and the published feeds use the same schema.
 */
export const storedItemSchema = z.strictObject({
  title: z.string().min(1),
  /** Id of the configured feed. */
  feed: z.string(),
  /** The entry's own identifier, as the feed gave it. */
  id: z.string().min(1),
  link: z.string().nullable(),
  /** Date of publication according to the feed, or null. */
  publishedAt: instant.nullable(),
  /** When a pull first saw the item. */
  firstSeenAt: instant,
  /** When the publisher changed it, or when a pull noticed a change. */
  updatedAt: instant.nullable(),
  author: z.string().nullable(),
  /** The names of the authors one by one, when there are several. */
  authors: z.array(z.string().min(1)).optional(),
  /** BCP 47 tag of the text. */
  language: z.string().nullable(),
  /** A sentence or two of plain text, for cards and summaries. */
  excerpt: z.string(),
  categories: z.array(z.string()),
  /** The picture for the card; the body may contain it too. */
  picture: z
    .strictObject({
      url: z.string(),
      width: z.int().nullable(),
      height: z.int().nullable(),
      alt: z.string().nullable(),
    })
    .nullable(),
  enclosures: z.array(
    z.strictObject({ url: z.string(), type: z.string().nullable(), length: z.number().nullable() }),
  ),
  /** What the entry says of itself as an episode of a podcast or a video; absent when it says nothing. */
  episode: z
    .strictObject({
      seconds: z.int().min(1).nullable(),
      season: z.int().min(1).nullable(),
      number: z.int().min(1).nullable(),
      kind: z.enum(['full', 'trailer', 'bonus']).nullable(),
      explicit: z.boolean().nullable(),
      chapters: z.string().nullable(),
    })
    .optional(),
  /** Reading time in whole minutes, at least 1. */
  minutes: z.int().min(1),
  /** Whether the body is the whole article rather than the feed's summary. */
  fullText: z.boolean(),
  /** Headlines the item had before, oldest first. */
  earlierTitles: z.array(z.strictObject({ title: z.string(), until: instant })),
  removed: z.array(removalSchema),
  /** What items are grouped into stories by; made by `bodySignature`. '' when an earlier version stored the item. */
  signature: z.string().default(''),
});

export type StoredItem = z.infer<typeof storedItemSchema>;

/** A stored item with its name (`<feed-id>-<12 hex>`) and the day of its edition (`YYYY-MM-DD`). */
export interface PlacedItem extends StoredItem {
  name: string;
  day: string;
}
