import { withArticle } from '../../src/extract/with-article.ts';
import type { Item } from '../../src/feed/item.ts';
import type { Issue } from '../../src/issue.ts';
import { type FetchAllOptions, fetchAll } from './all.ts';
import { articleOf, type PageRules } from './article.ts';
import { articleIssue, type SummaryReason } from './article-issues.ts';
import { listedFrom } from './guard.ts';
import type { FetchOutcome, FetchRequest } from './request.ts';

/** An item of which the feed gives only a summary. */
export interface ArticleWanted extends PageRules {
  feed: string;
  /** Address of the document that the item comes from. */
  from: string;
  item: Item;
  /** IANA zone of dates in its pages that name none. */
  timeZone?: string | undefined;
}

export interface FetchArticlesOptions
  extends Pick<FetchRequest, 'userAgent' | 'deadlineMs' | 'allowPrivateHosts' | 'proxy'>,
    Pick<FetchAllOptions<unknown>, 'atOnce' | 'gapMs' | 'until' | 'tools'> {
  /** How many pages one run may fetch; 100 when absent. Feeds take turns, so that none uses up all of them. */
  most?: number | undefined;
  /** How many pages beyond the first of an article may be fetched, counted down as they are; none when absent. */
  further?: { left: number } | undefined;
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
  /** The page of each for the record of the feed (`src/store/page-record.ts`); null for a page not asked for. */
  pages: (string | null)[];
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
  page: string | null;
  /** Why the summary stays, or what went wrong with the request. */
  reason: SummaryReason | null;
  issue: Issue | null;
}

const mostPages = 100;
/** A page is parsed into a tree, so its limit is far below that of a feed. */
const mostPageBytes = 5_000_000;
/** How long a host of articles that answers "later" is waited for: the feed of these articles waits meanwhile. */
const longestWaitMs = 30_000;
const acceptPages = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1';

/**
 * Fetches the articles of items that have only a summary, and puts in those that `readArticle` accepts. The gap between
 * requests to one host and the number of pages hold within one call. Never throws.
 */
export async function fetchArticles(
  wanted: readonly ArticleWanted[],
  options: FetchArticlesOptions,
): Promise<FetchedArticles> {
  const allJobs = inTurns(wanted);
  const jobs = allJobs.slice(0, options.most ?? mostPages);
  const requests = jobs.map((job) => requestFor(job, options));
  const now = options.tools?.now ?? Date.now;
  const isLeft = (outcome: FetchOutcome) => isNotAsked(outcome) && now() >= (options.until ?? Infinity);
  const results = await fetchAll(requests, {
    ...options,
    waitMs: longestWaitMs,
    onOutcome: (outcome, index) =>
      isLeft(outcome) ? leftOver : resultOf(jobs[index], requests[index], outcome, options),
  });
  const fetched: FetchedArticles = {
    items: wanted.map(({ item }) => item),
    outcomes: wanted.map(() => 'summary'),
    pages: wanted.map(() => null),
    issues: [],
  };
  const all = allJobs.map((job, index) => ({ job, result: results[index] ?? leftOver }));
  for (const { job, result } of all) {
    fetched.items[job.place] = result.item ?? job.item;
    fetched.outcomes[job.place] = result.outcome;
    fetched.pages[job.place] = result.page;
  }
  return { ...fetched, issues: issuesOf(all) };
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
  const { userAgent, deadlineMs, proxy } = options;
  const allowPrivateHosts = listedFrom(from, options.allowPrivateHosts);
  const bounds = { deadlineMs, maxBytes: mostPageBytes, allowPrivateHosts, proxy };
  return { feed, url: link, validators: null, userAgent, accept: acceptPages, ...bounds };
}

function isNotAsked(outcome: FetchOutcome): boolean {
  return outcome.kind === 'failed' && outcome.issue.code === 'not-asked';
}

const leftOver: Result = { item: null, outcome: 'left', page: null, reason: 'articles-left', issue: null };

async function resultOf(
  job: Job | undefined,
  request: FetchRequest | undefined,
  outcome: FetchOutcome,
  options: FetchArticlesOptions,
): Promise<Result> {
  const none = { item: null, page: null, reason: null, issue: null };
  if (!job || !request || outcome.kind === 'unchanged') return { ...none, outcome: 'summary' };
  if (outcome.kind !== 'document') {
    const { issue, kind } = outcome;
    if (issue.code === 'too-large') return summaryFor('endless');
    return { ...none, outcome: kind === 'gone' ? 'summary' : 'failed', page: `failed ${issue.code}`, issue };
  }
  const found = await articleOf(job.item, job, outcome, request, {
    ...options,
    further: options.further ?? { left: 0 },
  });
  if ('problem' in found) return summaryFor(found.problem);
  return { ...none, item: withArticle(job.item, found, job.timeZone), outcome: 'article', page: 'article' };
}

function summaryFor(reason: SummaryReason): Result {
  return { item: null, outcome: 'summary', page: reason, reason, issue: null };
}

/** Failures of requests, once a feed and code, and the reasons for summaries, counted; in the order of the pages. */
function issuesOf(all: readonly { job: Job; result: Result }[]): Issue[] {
  const groups = Map.groupBy(all, ({ job, result }) => `${job.feed} ${result.reason ?? result.issue?.code}`);
  return [...groups.values()].flatMap((group) => {
    const [{ job, result }] = group as [(typeof all)[number]];
    return result.reason === null
      ? (result.issue ?? [])
      : articleIssue(job.feed, result.reason, group.length);
  });
}
