import { decode } from '../../src/feed/decode.ts';
import { acceptFullText, extractArticle } from '../../src/feed/full-text.ts';
import type { Item } from '../../src/feed/item.ts';
import type { Issue } from '../../src/issue.ts';
import { type FetchAllOptions, fetchAll } from './all.ts';
import { type ArticleProblem, articleIssue, oncePerFeed } from './article-issues.ts';
import { listedFrom } from './guard.ts';
import type { FetchOutcome, FetchRequest } from './request.ts';

/** An item of which the feed gives only a summary. */
export interface ArticleWanted {
  feed: string;
  /** Address of the document that the item comes from. */
  from: string;
  item: Item;
  /** CSS selector of the article in the pages of this feed; without it the article is detected. */
  selector?: string | undefined;
}

export interface FetchArticlesOptions
  extends Pick<FetchRequest, 'userAgent' | 'deadlineMs' | 'allowPrivateHosts'>,
    Pick<FetchAllOptions<unknown>, 'atOnce' | 'gapMs' | 'until' | 'tools'> {
  /** How many pages one run may fetch; 100 when absent. Feeds take turns, so that none uses up all of them. */
  most?: number | undefined;
}

/**
 * What became of an item: `article` when the item has its article now, `summary` when its page has nothing better,
 * `failed` when its page could not be fetched, `left` when its page was not asked for in this run.
 */
export type ArticleOutcome = 'article' | 'summary' | 'failed' | 'left';

export interface FetchedArticles {
  /** The items in the order given: with the article as `content` where there is one, else unchanged. */
  items: Item[];
  /** What became of each item. */
  outcomes: ArticleOutcome[];
  /** At most one for each feed and kind of failure. */
  issues: Issue[];
}

interface Job extends ArticleWanted {
  /** Its index in the list of wanted articles. */
  place: number;
  link: string;
}

interface Result {
  item: Item | null;
  outcome: ArticleOutcome;
  issue: Issue | null;
}

const mostPages = 100;
/** A page is parsed into a tree, so its limit is far below that of a feed. */
const mostPageBytes = 5_000_000;
/** How long a host of articles that answers "later" is waited for: the feed of these articles waits meanwhile. */
const longestWaitMs = 30_000;
const acceptPages = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1';

/**
 * Fetches the articles of items that have only a summary, and puts in those that pass `acceptFullText`. The gap between
 * requests to one host and the number of pages hold within one call. Never throws.
 */
export async function fetchArticles(
  wanted: readonly ArticleWanted[],
  options: FetchArticlesOptions,
): Promise<FetchedArticles> {
  const all = inTurns(wanted);
  const jobs = all.slice(0, options.most ?? mostPages);
  const requests = jobs.map((job) => requestFor(job, options));
  const now = options.tools?.now ?? Date.now;
  const isLeft = (outcome: FetchOutcome) => isNotAsked(outcome) && now() >= (options.until ?? Infinity);
  const results = await fetchAll(requests, {
    ...options,
    waitMs: longestWaitMs,
    onOutcome: (outcome, index) => (isLeft(outcome) ? leftFor(jobs[index]) : articleOf(jobs[index], outcome)),
  });
  const items = wanted.map(({ item }) => item);
  const outcomes: ArticleOutcome[] = wanted.map(() => 'summary');
  for (const [index, { place, item }] of jobs.entries()) {
    items[place] = results[index]?.item ?? item;
    outcomes[place] = results[index]?.outcome ?? 'summary';
  }
  const left = all.slice(jobs.length);
  for (const { place } of left) outcomes[place] = 'left';
  const issues = [
    ...results.flatMap((result) => result.issue ?? []),
    ...left.map(({ feed }) => articleIssue(feed, 'articles-left')),
  ];
  return { items, outcomes, issues: oncePerFeed(issues) };
}

/** The items that have a page: the first item of every feed, then the second of every feed … */
function inTurns(wanted: readonly ArticleWanted[]): Job[] {
  const turns = new Map<string, number>();
  const jobs = wanted.flatMap((one, place) => {
    const { link } = one.item;
    if (link === null) return [];
    const turn = turns.get(one.feed) ?? 0;
    turns.set(one.feed, turn + 1);
    return { ...one, place, link, turn };
  });
  return jobs.toSorted((a, b) => a.turn - b.turn || a.place - b.place);
}

function requestFor({ feed, from, link }: Job, options: FetchArticlesOptions): FetchRequest {
  const { userAgent, deadlineMs } = options;
  const allowPrivateHosts = listedFrom(from, options.allowPrivateHosts);
  const bounds = { deadlineMs, maxBytes: mostPageBytes, allowPrivateHosts };
  return { feed, url: link, validators: null, userAgent, accept: acceptPages, ...bounds };
}

function isNotAsked(outcome: FetchOutcome): boolean {
  return outcome.kind === 'failed' && outcome.issue.code === 'not-asked';
}

function leftFor(job: Job | undefined): Result {
  return { item: null, outcome: 'left', issue: job ? articleIssue(job.feed, 'articles-left') : null };
}

function articleOf(job: Job | undefined, outcome: FetchOutcome): Result {
  if (!job || outcome.kind === 'unchanged') return { item: null, outcome: 'summary', issue: null };
  if (outcome.kind === 'gone') return { item: null, outcome: 'summary', issue: outcome.issue };
  if (outcome.kind === 'failed') return { item: null, outcome: 'failed', issue: outcome.issue };
  const { item, feed, selector } = job;
  const html = decode(outcome.bytes, outcome.contentType).text;
  let missing: ArticleProblem = selector ? 'selector-matches-nothing' : 'no-article';
  const onSlow = () => {
    missing = 'selector-too-slow';
  };
  const article = extractArticle(html, outcome.url, { selector, onSlow });
  if (!article) return summaryKept(feed, missing);
  if (!acceptFullText(item.content ?? item.summary, article)) {
    return summaryKept(feed, article.costs ? 'article-costs' : 'article-not-longer');
  }
  return { item: { ...item, content: article.html, base: outcome.url }, outcome: 'article', issue: null };
}

function summaryKept(feed: string, why: ArticleProblem): Result {
  return { item: null, outcome: 'summary', issue: articleIssue(feed, why) };
}
