import type { FeedConfig } from '../../src/config/schema.ts';
import type { Issue } from '../../src/issue.ts';
import type { FeedState } from '../../src/store/feed-state.ts';
import { hasFailed, isBarren, recordPages } from '../../src/store/page-record.ts';
import {
  type ArticleOutcome,
  type ArticleWanted,
  type FetchArticlesOptions,
  fetchArticles,
} from '../fetch/articles.ts';
import type { NamedItem } from './named-item.ts';

/** How many pages one pull may still fetch; counts down. */
export interface PageBudget {
  left: number;
}

/** Items with their articles, what went wrong, and the record of the pages of the feed. */
export interface FullTexts extends Pick<FeedState, 'pages'> {
  items: NamedItem[];
  issues: Issue[];
}

/** How the pages are fetched, and the address of the document that the items come from. */
type FullTextOptions = Omit<FetchArticlesOptions, 'most' | 'further'> & Pick<ArticleWanted, 'from'>;

/** How many later pulls ask again for a page that could not be fetched. */
const mostRetries = 3;

/** Whether items of a feed still wait for their articles: then its whole document is fetched, even if unchanged. */
export function awaitsArticles({ fullText }: FeedConfig, { recent }: FeedState): boolean {
  return fullText && recent.some(({ tries }) => tries !== undefined);
}

/**
 * For a feed with `fullText`: fetches the article of each item that has only a summary and is new, is changed, or still
 * waits for its article. For other items no page is fetched, even if their guids change. When the last pages of a feed
 * had no article, only one is fetched, and the other items keep their summaries, unless the pages could not be fetched:
 * then they wait.
 */
export async function addFullTexts(
  items: NamedItem[],
  feed: FeedConfig,
  { recent, pages }: Pick<FeedState, 'recent' | 'pages'>,
  budget: PageBudget,
  { from, ...options }: FullTextOptions,
): Promise<FullTexts> {
  if (!feed.fullText) return { items, issues: [], pages };
  const known = new Map(recent.map((entry) => [entry.name, entry]));
  const triesOf = ({ name, digest, traces }: NamedItem) => {
    const entry = known.get(name);
    const isKnown = entry?.digest === digest || (traces.text !== '' && entry?.text === traces.text);
    return isKnown ? entry?.tries : 0;
  };
  const due = items.filter((named) => named.item.content === null && triesOf(named) !== undefined);
  const wanted = isBarren(pages) ? due.slice(0, 1) : due;
  // The site may only be down: then the others are asked for later, as those that failed are.
  const postponed = (hasFailed(pages) ? due.slice(wanted.length) : []).map((named): [string, NamedItem] => [
    named.name,
    { ...named, tries: triesAfter(triesOf(named) ?? 0, 'failed') },
  ]);
  const most = Math.min(wanted.length, budget.left);
  budget.left -= most;
  const fetched = await fetchArticles(
    wanted.map(({ item }) => ({ ...pageRules(feed), feed: feed.id, from, item })),
    { ...options, most, further: budget, proxy: feed.proxy },
  );
  const completed = wanted.map((named, index): [string, NamedItem] => {
    const tries = triesAfter(triesOf(named) ?? 0, fetched.outcomes[index]);
    const item = fetched.items[index] ?? named.item;
    return [named.name, { ...named, item, tries, hasNewArticle: fetched.outcomes[index] === 'article' }];
  });
  const byName = new Map([...completed, ...postponed]);
  const asked = fetched.pages.filter((page) => page !== null);
  return {
    items: items.map((named) => byName.get(named.name) ?? named),
    issues: fetched.issues,
    pages: recordPages(pages, asked),
  };
}

/** The settings of a feed for its pages. */
function pageRules({ selector, remove, keep, next, timeZone }: FeedConfig) {
  return { selector, remove, keep, next, timeZone };
}

/** How often the page of an item has failed; undefined when it is not to be asked for again. */
function triesAfter(before: number, outcome: ArticleOutcome | undefined): number | undefined {
  if (outcome === 'left') return before;
  return outcome === 'failed' && before < mostRetries ? before + 1 : undefined;
}
