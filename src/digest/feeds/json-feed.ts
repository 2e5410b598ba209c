import { z } from 'zod';
import type { FeedChannel } from './channel.ts';
import type { FeedEntry } from './entry.ts';
import { fileSize, mediaType } from './files.ts';
import { xmlText } from './xml-text.ts';

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), the part of it that we write. */

const address = z.url({ protocol: /^https?$/ });
const instant = z.iso.datetime({ offset: true });
const authors = z.array(z.strictObject({ name: z.string().min(1) })).min(1);
const language = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

const itemSchema = z.strictObject({
  id: z.string().min(1),
  url: address,
  title: z.string().min(1),
  content_html: z.string().min(1),
  summary: z.string().min(1),
  image: address.optional(),
  date_published: instant,
  date_modified: instant.optional(),
  authors: authors.optional(),
  tags: z.array(z.string().min(1)).min(1).optional(),
  language: language.optional(),
  attachments: z
    .array(
      z.strictObject({
        url: address,
        mime_type: z.string().regex(/^[^\s/]+\/[^\s/]+$/),
        size_in_bytes: z.int().min(1).optional(),
        duration_in_seconds: z.int().min(1).optional(),
      }),
    )
    .min(1)
    .optional(),
  /** Where the entry comes from. An extension: JSON Feed allows names that begin with `_`. */
  _source: z
    .strictObject({ name: z.string().min(1), feed_url: address, rights: z.string().min(1).optional() })
    .optional(),
});

export const jsonFeedSchema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: address,
  feed_url: address,
  description: z.string().min(1).optional(),
  icon: address,
  language: language,
  items: z.array(itemSchema),
});

export type JsonFeed = z.infer<typeof jsonFeedSchema>;

/** A feed as JSON Feed 1.1. `entries` are in their final order. */
export function toJsonFeed(channel: FeedChannel, entries: readonly FeedEntry[]): JsonFeed {
  const description = xmlText(channel.description);
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: xmlText(channel.title),
    home_page_url: channel.link,
    feed_url: channel.self,
    ...(description === '' ? {} : { description }),
    icon: channel.image,
    language: channel.language,
    items: entries.map(toJsonItem),
  };
}

function toJsonItem(entry: FeedEntry): JsonFeed['items'][number] {
  const { authors, source, rights, updatedAt, picture } = entry;
  const player = entry.enclosures.find((file) => /^(?:audio|video)\//.test(mediaType(file)));
  const seconds = entry.episode?.seconds ?? null;
  const attachments = entry.enclosures.map((file) => ({
    url: file.url,
    mime_type: mediaType(file),
    ...(fileSize(file.length) > 0 ? { size_in_bytes: fileSize(file.length) } : {}),
    ...(file === player && seconds !== null ? { duration_in_seconds: seconds } : {}),
  }));
  return {
    id: entry.guid,
    url: entry.link,
    title: entry.title,
    content_html: entry.html,
    summary: entry.summary,
    ...(picture ? { image: picture.url } : {}),
    date_published: entry.publishedAt,
    ...(updatedAt ? { date_modified: updatedAt } : {}),
    ...(authors.length > 0 ? { authors: authors.map((name) => ({ name })) } : {}),
    ...(entry.categories.length > 0 ? { tags: entry.categories } : {}),
    ...(entry.language ? { language: entry.language } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(source
      ? { _source: { name: source.name, feed_url: source.url, ...(rights ? { rights } : {}) } }
      : {}),
  };
}
