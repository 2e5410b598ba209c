import type { Learned } from '../../src/clean/boilerplate.ts';
import { excerpt } from '../../src/clean/excerpt.ts';
import { leadPicture } from '../../src/clean/lead-picture.ts';
import { clean } from '../../src/clean/pipeline.ts';
import { readingMinutes } from '../../src/clean/reading-time.ts';
import { cleanTitle } from '../../src/clean/titles.ts';
import type { FeedConfig, SiteConfig } from '../../src/config.ts';
import type { FeedState } from '../../src/digest/feed-state.ts';
import { place } from '../../src/digest/place.ts';
import {
  type CleanedItem,
  entryDigest,
  newStoredItem,
  renewStoredItem,
} from '../../src/digest/store-item.ts';
import { itemName } from '../../src/feed/identity.ts';
import type { Item } from '../../src/feed/item.ts';
import type { Issue } from '../../src/issue.ts';
import type { ItemStore } from './item-store.ts';

export interface StoreFacts {
  feed: FeedConfig;
  site: SiteConfig;
  store: ItemStore;
  recent: FeedState['recent'];
  /** What the feed has taught, this document included. */
  learned: Learned | null;
  now: Date;
  firstEdition: boolean;
}

export interface StoredDocument {
  /** One entry an item of the document, for the feed's state. */
  seen: FeedState['recent'];
  added: number;
  updated: number;
  unchanged: number;
  issues: Issue[];
}

/** Cleans the items of one document and stores each that is new or differs. A bad item costs that item. */
export async function storeItems(items: readonly Item[], facts: StoreFacts): Promise<StoredDocument> {
  const known = new Map(facts.recent.map((entry) => [entry.name, entry]));
  const result: StoredDocument = { seen: [], added: 0, updated: 0, unchanged: 0, issues: [] };
  for (const item of items) {
    const name = itemName(facts.feed.id, item);
    if (result.seen.some((entry) => entry.name === name)) continue;
    try {
      const stored = await storeItem(item, name, known.get(name), facts);
      result.seen.push(stored.entry);
      result[stored.outcome] += 1;
    } catch (error) {
      result.issues.push(unstorable(facts.feed.id, item, error));
    }
  }
  return result;
}

type Entry = FeedState['recent'][number];
type Outcome = 'added' | 'updated' | 'unchanged';

async function storeItem(
  item: Item,
  name: string,
  known: Entry | undefined,
  facts: StoreFacts,
): Promise<{ entry: Entry; outcome: Outcome }> {
  const digest = entryDigest(item, {});
  if (known?.digest === digest) return { entry: known, outcome: 'unchanged' };
  const now = facts.now.toISOString();
  const day = known?.day ?? (await facts.store.dayOf(name));
  const old = day === null ? null : await facts.store.read(name, day);
  // An item that is known and not there was taken out by hand: it stays out.
  if (known && old === null) return { entry: { ...known, digest }, outcome: 'unchanged' };
  const cleaned = cleanItem(item, facts.feed.id, facts.learned);
  const fresh = newStoredItem(facts.feed.id, item, cleaned, now);
  if (day !== null && old !== null && 'item' in old) {
    const renewed = renewStoredItem(old, fresh, cleaned.body, now);
    const differs = await facts.store.write(name, day, renewed, cleaned.body);
    return { entry: { name, day, digest }, outcome: differs ? 'updated' : 'unchanged' };
  }
  const { timeZone } = facts.site;
  const newDay =
    day ??
    place({
      publishedAt: item.publishedAt,
      firstSeenAt: now,
      timeZone,
      now: facts.now,
      firstEdition: facts.firstEdition,
    });
  await facts.store.write(name, newDay, fresh, cleaned.body);
  return { entry: { name, day: newDay, digest }, outcome: 'added' };
}

/** Everything that a page or feed needs to know of an item, worked out once. */
export function cleanItem(item: Item, feed: string, learned: Learned | null): CleanedItem {
  const title = cleanTitle(item.title, learned) || item.title;
  const { html, removed } = clean(rawBody(item), {
    feed,
    title,
    base: item.base ?? item.link,
    publishedAt: item.publishedAt,
    language: item.language,
    options: {},
    learned,
  });
  const teaser = excerpt(html, item.language);
  return {
    body: html,
    title,
    excerpt: teaser,
    minutes: readingMinutes(html),
    fullText: item.content !== null || isWhole(html),
    picture: item.picture ?? leadPicture(html),
    removed,
  };
}

/** Many feeds put the whole article where its summary belongs; a teaser is a paragraph or two. */
function isWhole(html: string): boolean {
  return (html.match(/<p>/g)?.length ?? 0) > 2;
}

/** The HTML that an item's body is made from. */
export function rawBody(item: Item): string {
  return item.content ?? item.summary ?? '';
}

function unstorable(feed: string, item: Item, error: unknown): Issue {
  return {
    feed,
    stage: 'store',
    code: 'item-not-stored',
    message: `the item “${item.title.slice(0, 60)}” could not be stored (${error instanceof Error ? error.message : String(error)})`,
    hint: 'the others are stored; if it says that there is no space or no permission, look at the disk',
  };
}
