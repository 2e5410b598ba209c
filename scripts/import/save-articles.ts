import pLimit from 'p-limit';
import type { DatedArticle } from '../../src/archive/order.ts';
import type { Learned } from '../../src/clean/boilerplate/learn.ts';
import { type CleanedFeed, cleanItem } from '../../src/clean/clean-item.ts';
import type { CustomRules } from '../../src/clean/custom-rules.ts';
import { rule as boilerplate } from '../../src/clean/rules/boilerplate.ts';
import { newStoredItem, renewStoredItem } from '../../src/digest/item-record.ts';
import { editionAt, type PressSchedule } from '../../src/digest/press.ts';
import { itemName } from '../../src/feed/identity.ts';
import type { ForgottenItems } from '../../src/store/forgotten-items.ts';
import type { StoredItem } from '../../src/store/stored-item.ts';
import type { ItemStore } from '../store/items.ts';
import { isFull } from '../terminal/stopped.ts';
import type { FiledArticle, Skipped } from './read-folder.ts';

export interface SaveArticlesOptions {
  feed: CleanedFeed & { language?: string | undefined };
  schedule: PressSchedule;
  store: ItemStore;
  /** Items that were removed for good. */
  forgotten: ForgottenItems;
  learned: Learned | null;
  custom?: CustomRules | undefined;
  /** Do everything except write. */
  dryRun: boolean;
  /** Called as each article is done. */
  onArticle: () => void;
}

export interface SavedArticles {
  added: number;
  /** Articles that were already stored. */
  present: number;
  /** Files that are another version of an article in the archive. */
  versions: number;
  /** The first words of each boilerplate that was removed, with the number of articles. */
  repeated: Map<string, number>;
  skipped: Skipped[];
}

/** How many files are written at the same time. */
const writesAtOnce = 16;

/**
 * Cleans the articles of a feed, given oldest first, and stores those that are not stored yet, each on the day of its
 * date. An article that is archived several times becomes one item with its earlier headlines.
 */
export async function saveArticles(
  articles: readonly DatedArticle<FiledArticle>[],
  options: SaveArticlesOptions,
): Promise<SavedArticles> {
  const byName = Map.groupBy(articles, ({ article }) => itemName(options.feed.id, article.item));
  const result: SavedArticles = { added: 0, present: 0, versions: 0, repeated: new Map(), skipped: [] };
  const limit = pLimit(writesAtOnce);
  const store = async (name: string, versions: DatedArticle<FiledArticle>[]) => {
    try {
      if (options.forgotten.has(name)) throw new Error('npm run forget has removed it');
      const present = (await options.store.dayOf(name)) !== null;
      if (!present) count(result.repeated, await saveVersions(name, versions, options));
      result[present ? 'present' : 'added'] += 1;
      result.versions += versions.length - 1;
    } catch (error) {
      if (isFull(error)) throw error;
      const reason = `it could not be stored (${error instanceof Error ? error.message : String(error)})`;
      result.skipped.push(...versions.map(({ article: { file } }) => ({ file, reason })));
    }
    for (const _ of versions) options.onArticle();
  };
  await Promise.all([...byName].map(([name, versions]) => limit(() => store(name, versions))));
  return result;
}

async function saveVersions(
  name: string,
  versions: readonly DatedArticle<FiledArticle>[],
  options: SaveArticlesOptions,
): Promise<StoredItem['removed']> {
  let stored: { item: StoredItem; body: string } | null = null;
  for (const { article, seenAt } of versions) {
    const item = { ...article.item, language: options.feed.language ?? article.item.language };
    const cleaned = cleanItem(item, options.feed, options.learned, options.custom);
    const fresh = newStoredItem(options.feed.id, item, cleaned, seenAt);
    const record: StoredItem = stored ? renewStoredItem(stored, fresh, cleaned.body, seenAt) : fresh;
    stored = { item: record, body: cleaned.body };
  }
  const first = versions[0];
  if (!stored || !first) return [];
  const day = editionAt(Date.parse(first.seenAt), options.schedule);
  if (!options.dryRun) await options.store.write(name, day, stored.item, stored.body);
  return stored.item.removed;
}

function count(repeated: Map<string, number>, removed: StoredItem['removed']): void {
  const words = removed.find(({ rule }) => rule === boilerplate.name)?.text;
  if (words !== undefined) repeated.set(words, (repeated.get(words) ?? 0) + 1);
}
