import type { FeedConfig } from '../../src/config.ts';
import type { FeedState } from '../../src/digest/feed-state.ts';
import type { Issue } from '../../src/issue.ts';
import { type FetchArticlesOptions, fetchArticles } from './fetch-articles.ts';
import type { NamedItem } from './store-items.ts';

/** How many pages one pull may still fetch; counted down as they are. */
export interface PageBudget {
  left: number;
}

/**
 * The items of a feed that wants full texts, with the article put into those that have a summary only and are new
 * or changed. Items that are known as they are cost no page.
 */
export async function withFullTexts(
  items: NamedItem[],
  feed: FeedConfig,
  recent: FeedState['recent'],
  budget: PageBudget,
  options: Omit<FetchArticlesOptions, 'most'>,
): Promise<{ items: NamedItem[]; issues: Issue[] }> {
  if (!feed.fullText) return { items, issues: [] };
  const digests = new Map(recent.map(({ name, digest }) => [name, digest]));
  const wanted = items.filter(
    ({ name, digest, item }) => item.content === null && digests.get(name) !== digest,
  );
  const most = Math.min(wanted.length, budget.left);
  budget.left -= most;
  const { selector } = feed;
  const fetched = await fetchArticles(
    wanted.map(({ item }) => ({ feed: feed.id, item, selector })),
    { ...options, most },
  );
  const whole = new Map(wanted.map(({ name }, index) => [name, fetched.items[index]]));
  return {
    items: items.map((named) => ({ ...named, item: whole.get(named.name) ?? named.item })),
    issues: fetched.issues,
  };
}
