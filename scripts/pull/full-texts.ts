import type { FeedConfig } from '../../src/config/schema.ts';
import type { Issue } from '../../src/issue.ts';
import type { FeedState } from '../../src/store/feed-state.ts';
import {
  type ArticleOutcome,
  type ArticleWanted,
  type FetchArticlesOptions,
  fetchArticles,
} from '../fetch/articles.ts';
import type { NamedItem } from './store-items.ts';

/** How many pages one pull may still fetch; counted down as they are. */
export interface PageBudget {
  left: number;
}

/** How the pages are fetched, and the address of the document that the items are from. */
type FullTextOptions = Omit<FetchArticlesOptions, 'most'> & Pick<ArticleWanted, 'from'>;

/** On how many later nights the page of an article that could not be fetched is asked for again. */
const laterNights = 3;

/** Whether items of a feed still wait for their articles: then its whole document is needed again. */
export function awaitsArticles({ fullText }: FeedConfig, { recent }: FeedState): boolean {
  return fullText && recent.some(({ tries }) => tries !== undefined);
}

/**
 * The items of a feed that wants full texts, with the article put into those that have a summary only and are new
 * or changed, or still wait for it. Items that are known as they are cost no page.
 */
export async function withFullTexts(
  items: NamedItem[],
  feed: FeedConfig,
  recent: FeedState['recent'],
  budget: PageBudget,
  { from, ...options }: FullTextOptions,
): Promise<{ items: NamedItem[]; issues: Issue[] }> {
  if (!feed.fullText) return { items, issues: [] };
  const known = new Map(recent.map((entry) => [entry.name, entry]));
  const triesOf = ({ name, digest }: NamedItem) => {
    const entry = known.get(name);
    return entry?.digest === digest ? entry.tries : 0;
  };
  const wanted = items.filter((named) => named.item.content === null && triesOf(named) !== undefined);
  const most = Math.min(wanted.length, budget.left);
  budget.left -= most;
  const fetched = await fetchArticles(
    wanted.map(({ item }) => ({ feed: feed.id, from, item, selector: feed.selector })),
    { ...options, most },
  );
  const whole = wanted.map((named, index): [string, NamedItem] => {
    const tries = triesAfter(triesOf(named) ?? 0, fetched.outcomes[index]);
    const item = fetched.items[index] ?? named.item;
    return [named.name, { ...named, item, tries, isLate: fetched.outcomes[index] === 'article' }];
  });
  const byName = new Map(whole);
  return { items: items.map((named) => byName.get(named.name) ?? named), issues: fetched.issues };
}

/** How often the page of an item has failed; undefined when it need not be asked for again. */
function triesAfter(before: number, outcome: ArticleOutcome | undefined): number | undefined {
  if (outcome === 'left') return before;
  return outcome === 'failed' && before < laterNights ? before + 1 : undefined;
}
