import { z } from 'zod';
import type { Removal } from '../clean/rule.ts';

const instant = z.iso.datetime({ precision: 3 });

const removalSchema: z.ZodType<Removal> = z.strictObject({
  rule: z.string(),
  count: z.int().min(1),
  text: z.string(),
});

/**
 * The front matter of a stored item; the cleaned HTML follows it in the file. The writer (`item-file.ts`),
 * the Astro collection and the feeds share this one schema.
 */
export const storedItemSchema = z.strictObject({
  title: z.string().min(1),
  /** Id of the configured feed. */
  feed: z.string(),
  /** The entry's own identifier, as the feed gave it. */
  id: z.string().min(1),
  link: z.string().nullable(),
  /** When the publisher says it appeared; null when it does not say. */
  publishedAt: instant.nullable(),
  /** When a pull first saw the item. */
  firstSeenAt: instant,
  /** When the publisher changed it, or a pull saw that it had changed. */
  updatedAt: instant.nullable(),
  author: z.string().nullable(),
  /** BCP 47 tag of the text. */
  language: z.string().nullable(),
  /** A sentence or two of plain text, for cards and summaries. */
  excerpt: z.string(),
  categories: z.array(z.string()),
  /** The picture for the card; also in the body when the article shows it there. */
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
  /** Reading time in whole minutes, at least 1. */
  minutes: z.int().min(1),
  /** Whether the body is the article, or only the teaser that the feed gave. */
  fullText: z.boolean(),
  /** Headlines the item had before, oldest first. */
  earlierTitles: z.array(z.strictObject({ title: z.string(), until: instant })),
  removed: z.array(removalSchema),
  /** What stories are grouped by, made of title and text by `storySignature`; '' when there is none. */
  signature: z.string().default(''),
});

export type StoredItem = z.infer<typeof storedItemSchema>;

/** An item in the paper: its front matter, the day it stands in (`YYYY-MM-DD`), its name `<feed-id>-<12 hex>`. */
export interface PlacedItem extends StoredItem {
  name: string;
  day: string;
}
