import type { Item } from '../feed/item.ts';
import { baseAddress } from '../text/url.ts';
import type { Learned } from './boilerplate/learn.ts';
import { bylineOf } from './byline.ts';
import { cleanTitle } from './clean-title.ts';
import type { CleaningOptions } from './cleaning-options.ts';
import { convertText } from './convert.ts';
import { excerpt } from './excerpt.ts';
import { leadPicture } from './lead-picture.ts';
import { cleanToTree } from './pipeline.ts';
import { readingMinutes } from './reading-time.ts';
import type { Removal } from './rule.ts';

/** A feed as far as cleaning goes: its id, and what the configuration says about its cleaning. */
export type CleanedFeed = { id: string } & CleaningOptions;

export function cleaningOptions({ remove, keep, convert, keepWords }: CleanedFeed): CleaningOptions {
  return { remove, keep, convert, keepWords };
}

/** What cleaning made of an item. */
export interface CleanedItem {
  /** Body as sanitised HTML. */
  body: string;
  title: string;
  /** Named by the entry, else by the byline that cleaning took out of the body. */
  author: string | null;
  excerpt: string;
  minutes: number;
  fullText: boolean;
  picture: Item['picture'];
  removed: Removal[];
}

/**
 * Everything that a page or feed needs to know of an item, worked out once. Pure. `learned` is what its feed has
 * taught, null when nothing.
 */
export function cleanItem(item: Item, feed: CleanedFeed, learned: Learned | null): CleanedItem {
  const title = converted(cleanTitle(item.title, learned) || item.title, feed);
  const { html, removed, root } = cleanToTree(rawBody(item), {
    feed: feed.id,
    title,
    base: item.base ?? baseAddress(item.link),
    publishedAt: item.publishedAt,
    language: item.language,
    options: cleaningOptions(feed),
    learned,
  });
  return {
    body: html,
    title,
    author: item.author ?? bylineOf(rawBody(item)),
    excerpt: excerpt(root, item.language),
    minutes: readingMinutes(root),
    fullText: item.content !== null || isWhole(html),
    picture: item.picture ?? leadPicture(root),
    removed,
  };
}

/** In the Chinese script that the feed's configuration asks for; the body's own rule does the same. */
function converted(title: string, { convert, keepWords }: CleanedFeed): string {
  return convert ? convertText(title, convert, keepWords ?? []) : title;
}

/** The HTML that an item's body is made from. */
export function rawBody(item: Item): string {
  return item.content ?? item.summary ?? '';
}

/** Many feeds put the whole article where its summary belongs; a teaser is a paragraph or two. */
function isWhole(html: string): boolean {
  return (html.match(/<p>/g)?.length ?? 0) > 2;
}
