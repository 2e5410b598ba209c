import pLimit from 'p-limit';
import type { DatedArticle } from '../../src/archive/order.ts';
import type { Learned } from '../../src/clean/boilerplate/learn.ts';
import { type CleanedFeed, cleanItem } from '../../src/clean/clean-item.ts';
import type { CustomRules } from '../../src/clean/custom-rules.ts';
import { rule as boilerplate } from '../../src/clean/rules/boilerplate.ts';
import { dayOf } from '../../src/digest/day.ts';
import { newStoredItem, renewStoredItem } from '../../src/digest/item-record.ts';
import { itemName } from '../../src/feed/identity.ts';
import type { StoredItem } from '../../src/store/stored-item.ts';
import type { ItemStore } from '../store/items.ts';
import type { FiledArticle, Skipped } from './read-folder.ts';

export interface StoreArticlesOptions {
  feed: CleanedFeed & { language?: string | undefined };
  timeZone: string;
  store: ItemStore;
  learned: Learned | null;
  custom?: CustomRules | undefined;
  /** Do all but write. */
  dryRun: boolean;
  /** Called as each article is done. */
  onArticle: () => void;
}

export interface StoredArticles {
  added: number;
  /** Articles that the paper had before. */
  present: number;
  /** Files that turned out to be another version of an article beside them. */
  versions: number;
  /** First words of what was taken out because the feed repeats it, with the number of articles. */
  repeated: Map<string, number>;
  skipped: Skipped[];
}

/** Files written at the same time. */
const writesAtOnce = 16;

/**
 * Cleans the articles of a feed, given oldest first, and stores those that the paper does not have, each on the
 * day of its own date. An article that is archived several times is one item with its earlier headlines.
 */
export async function storeArticles(
  articles: readonly DatedArticle<FiledArticle>[],
  facts: StoreArticlesOptions,
): Promise<StoredArticles> {
  const issues = Map.groupBy(articles, ({ article }) => itemName(facts.feed.id, article.item));
  const result: StoredArticles = { added: 0, present: 0, versions: 0, repeated: new Map(), skipped: [] };
  const limit = pLimit(writesAtOnce);
  const store = async (name: string, versions: DatedArticle<FiledArticle>[]) => {
    try {
      const present = (await facts.store.dayOf(name)) !== null;
      if (!present) count(result.repeated, await storeVersions(name, versions, facts));
      result[present ? 'present' : 'added'] += 1;
      result.versions += versions.length - 1;
    } catch (error) {
      const reason = `it could not be stored (${error instanceof Error ? error.message : String(error)})`;
      result.skipped.push(...versions.map(({ article: { file } }) => ({ file, reason })));
    }
    for (const _ of versions) facts.onArticle();
  };
  await Promise.all([...issues].map(([name, versions]) => limit(() => store(name, versions))));
  return result;
}

async function storeVersions(
  name: string,
  versions: readonly DatedArticle<FiledArticle>[],
  facts: StoreArticlesOptions,
): Promise<StoredItem['removed']> {
  let stored: { item: StoredItem; body: string } | null = null;
  for (const { article, seenAt } of versions) {
    const item = { ...article.item, language: facts.feed.language ?? article.item.language };
    const cleaned = cleanItem(item, facts.feed, facts.learned, facts.custom);
    const fresh = newStoredItem(facts.feed.id, item, cleaned, seenAt);
    const record: StoredItem = stored ? renewStoredItem(stored, fresh, cleaned.body, seenAt) : fresh;
    stored = { item: record, body: cleaned.body };
  }
  const first = versions[0];
  if (!stored || !first) return [];
  const day = dayOf(first.seenAt, facts.timeZone);
  if (!facts.dryRun) await facts.store.write(name, day, stored.item, stored.body);
  return stored.item.removed;
}

function count(repeated: Map<string, number>, removed: StoredItem['removed']): void {
  const words = removed.find(({ rule }) => rule === boilerplate.name)?.text;
  if (words !== undefined) repeated.set(words, (repeated.get(words) ?? 0) + 1);
}
