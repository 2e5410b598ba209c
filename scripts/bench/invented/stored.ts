import type { CleanedItem } from '../../../src/clean/clean-item.ts';
import { newStoredItem } from '../../../src/digest/item-record.ts';
import { itemName } from '../../../src/feed/identity.ts';
import type { Item } from '../../../src/feed/item.ts';
import { formatItemFile } from '../../../src/store/item-file.ts';
import { pathOfItem } from '../../../src/store/item-path.ts';
import { type InventedArticle, inventArticle, outlet } from './article.ts';
import { cleanHtml } from './dress.ts';

/** Outlets of an archive, and what each prints a day: 300 articles together. */
export const outlets = 10;
export const perDay = 30;
export const perNight = outlets * perDay;

/** An article as a file of the store. */
export interface StoredFile {
  /** Below the content folder: `items/YYYY/MM/DD/<name>.md`. */
  path: string;
  text: string;
  feed: string;
  name: string;
  day: string;
}

/** The `number`th file of an archive, counted from its first day, in which each outlet prints `ofOutlet` a day. */
export function storedFile(number: number, ofOutlet = perDay): StoredFile {
  const article = inventArticle(outlet(number % outlets), Math.floor(number / outlets), ofOutlet);
  const feed = article.outlet.id;
  const item = itemOf(article);
  const cleaned = cleanedOf(article);
  const name = itemName(feed, item);
  const day = article.publishedAt.slice(0, 10);
  return {
    path: `items/${pathOfItem(name, day)}`,
    text: formatItemFile(newStoredItem(feed, item, cleaned, article.publishedAt), cleaned.body),
    feed,
    name,
    day,
  };
}

function itemOf({ link, title, author, publishedAt, outlet: from }: InventedArticle): Item {
  return {
    id: link,
    title,
    link,
    publishedAt,
    updatedAt: null,
    author,
    language: from.voice.language,
    summary: null,
    content: null,
    categories: ['news'],
    enclosures: [],
    picture: null,
    base: null,
  };
}

function cleanedOf(article: InventedArticle): CleanedItem {
  const text = article.paragraphs.join(' ');
  return {
    body: cleanHtml(article),
    title: article.title,
    author: article.author,
    excerpt: text.slice(0, 160),
    minutes: Math.max(1, Math.round(text.length / 500)),
    fullText: true,
    picture: { url: article.picture.url, width: 960, height: 600, alt: null },
    removed: [{ rule: 'boilerplate', count: 1, text: '更多订阅：' }],
  };
}
