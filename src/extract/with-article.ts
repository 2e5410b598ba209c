import { readDate } from '../feed/date.ts';
import type { Item } from '../feed/item.ts';
import type { PageFacts } from './facts.ts';

/** The article that was read from the pages of an item. */
export interface FoundArticle {
  html: string;
  facts: PageFacts;
  /** Whether it is not all of the article. */
  isPartial: boolean;
  /** Address of its first page, after redirects. */
  url: string;
}

/**
 * An item with its article as `content`. Author, date, picture and language are the page's where the feed gives none;
 * nothing that the feed says is changed. `timeZone` is for dates that name none.
 */
export function withArticle(item: Item, found: FoundArticle, timeZone?: string | undefined): Item {
  const { author, publishedAt, picture, language } = found.facts;
  return {
    ...item,
    content: found.html,
    ...(found.isPartial ? { partial: true } : {}),
    base: found.url,
    author: item.author ?? author,
    publishedAt: item.publishedAt ?? readDate(publishedAt, timeZone),
    language: item.language ?? language,
    picture:
      item.picture ?? (picture === null ? null : { url: picture, width: null, height: null, alt: null }),
  };
}
