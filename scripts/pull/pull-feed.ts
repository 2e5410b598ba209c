import { type Learned, learn } from '../../src/clean/boilerplate.ts';
import type { FeedConfig, SiteConfig } from '../../src/config.ts';
import { type FeedState, remember } from '../../src/digest/feed-state.ts';
import type { FeedDocument, Item } from '../../src/feed/item.ts';
import { readDocument } from '../../src/feed/read.ts';
import type { Issue } from '../../src/issue.ts';
import { documentFacts } from './feed-request.ts';
import { writeFeedState } from './feed-states.ts';
import type { FetchOutcome } from './fetch-feed.ts';
import type { ItemStore } from './item-store.ts';
import { type Wishes, wishOf } from './patience.ts';
import type { FeedResult } from './report.ts';
import { rawBody, type StoredDocument, storeItems } from './store-items.ts';

export interface PullFacts {
  content: string;
  site: SiteConfig;
  store: ItemStore;
  /** Fetches a further document for a feed, without validators. */
  fetch: (feed: FeedConfig) => Promise<FetchOutcome>;
  /** When each feed may be asked again; filled in as the answers come. */
  wishes: Wishes;
  now: Date;
  firstEdition: boolean;
}

/** Takes what came of fetching one feed all the way into the store, then remembers it. Never throws. */
export async function pullFeed(
  feed: FeedConfig,
  state: FeedState,
  outcome: FetchOutcome,
  facts: PullFacts,
): Promise<FeedResult> {
  try {
    return await pullOutcome(feed, state, outcome, facts);
  } catch (error) {
    return failed(feed, state, unexpected(feed.id, error), facts).result;
  }
}

async function pullOutcome(
  feed: FeedConfig,
  state: FeedState,
  outcome: FetchOutcome,
  facts: PullFacts,
): Promise<FeedResult> {
  const pulled = await (outcome.kind === 'document'
    ? pullDocument(feed, state, outcome, facts)
    : noDocument(feed, state, outcome, facts));
  // Last, so that a pull that is killed asks for the same document again.
  await writeFeedState(facts.content, pulled.state);
  return pulled.result;
}

type Fetched = Extract<FetchOutcome, { kind: 'document' }>;

interface Pulled {
  state: FeedState;
  result: FeedResult;
}

async function pullDocument(
  feed: FeedConfig,
  state: FeedState,
  outcome: Fetched,
  facts: PullFacts,
  earlierIssues: Issue[] = [],
): Promise<Pulled> {
  const document = await readDocument(outcome.bytes, documentFacts(feed, outcome));
  // Once: a page that names a page leads nowhere.
  const named = earlierIssues.length === 0 ? await followNamedFeed(feed, document, facts) : null;
  if (named) return pullDocument(feed, state, named, facts, document.issues);
  const nothing = document.items.length === 0 ? document.issues[0] : undefined;
  if (nothing) return failed(feed, state, nothing, facts);
  const items = newest(document.items, feed.maxItems);
  const lessons = items.map((item) => ({ id: item.id, html: rawBody(item), title: item.title }));
  const learned = learn(state.boilerplate, lessons);
  const stored = await storeItems(items, { ...facts, feed, recent: state.recent, learned });
  facts.wishes[feed.id] = wishOf(outcome.freshForSeconds, document.feed, facts.now);
  return {
    state: stateAfter(state, { outcome, document, stored, learned }, facts.now.toISOString()),
    result: {
      feed: feed.id,
      status: 'ok',
      added: stored.added,
      updated: stored.updated,
      unchanged: stored.unchanged,
      issues: [...earlierIssues, ...document.issues, ...stored.issues, ...moved(feed, outcome.movedTo)],
    },
  };
}

/**
 * A web page that stands at a feed's address and names its feeds: the first of those, fetched. Without validators,
 * so that the next pull asks the page again and repeats what to put into the configuration.
 */
async function followNamedFeed(
  feed: FeedConfig,
  page: FeedDocument,
  facts: PullFacts,
): Promise<Fetched | null> {
  const [url] = page.feedLinks;
  if (page.items.length > 0 || url === undefined || url === feed.url) return null;
  const outcome = await facts.fetch({ ...feed, url });
  if (outcome.kind !== 'document') return null;
  return { ...outcome, validators: { etag: null, lastModified: null }, movedTo: null };
}

/** What one document went through. */
interface Step {
  outcome: Fetched;
  document: FeedDocument;
  stored: StoredDocument;
  learned: Learned;
}

/** A document that brought nothing changes nothing, not even its validators: a quiet night leaves no trace. */
function stateAfter(state: FeedState, { outcome, document, stored, learned }: Step, now: string): FeedState {
  const { title, link, language, rights } = document.feed;
  const recent = remember(stored.seen, state.recent, Math.max(200, 2 * stored.seen.length));
  const after = {
    ...state,
    ...{ title, link, language, rights, movedTo: outcome.movedTo },
    ...{ failure: null, recent, boilerplate: learned },
  };
  if (state.lastSuccessAt !== null && JSON.stringify(after) === JSON.stringify(state)) return state;
  return {
    ...after,
    validators: outcome.validators,
    lastSuccessAt: now,
    lastNewAt: stored.added > 0 ? now : state.lastNewAt,
  };
}

async function noDocument(
  feed: FeedConfig,
  state: FeedState,
  outcome: Exclude<FetchOutcome, { kind: 'document' }>,
  facts: PullFacts,
): Promise<Pulled> {
  if (outcome.kind === 'gone') {
    const { state: after, result } = failed(feed, state, outcome.issue, facts);
    return { state: { ...after, retired: true }, result };
  }
  if (outcome.kind === 'failed') return failed(feed, state, outcome.issue, facts);
  facts.wishes[feed.id] = wishOf(outcome.freshForSeconds, null, facts.now);
  const recovered = state.failure !== null;
  return {
    state: {
      ...state,
      failure: null,
      movedTo: outcome.movedTo,
      lastSuccessAt: recovered ? facts.now.toISOString() : state.lastSuccessAt,
    },
    result: {
      feed: feed.id,
      status: 'ok',
      added: 0,
      updated: 0,
      unchanged: 0,
      issues: moved(feed, outcome.movedTo),
    },
  };
}

function failed(feed: FeedConfig, state: FeedState, issue: Issue, facts: PullFacts): Pulled {
  const failure = {
    since: state.failure?.since ?? facts.now.toISOString(),
    count: (state.failure?.count ?? 0) + 1,
    code: issue.code,
    message: issue.message,
    hint: issue.hint,
  };
  return {
    state: { ...state, failure },
    result: { feed: feed.id, status: 'failed', added: 0, updated: 0, unchanged: 0, issues: [issue] },
  };
}

/** The `count` newest items; those without a date stay where the document has them, which is newest first. */
function newest(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items];
  const dated = items.every((item) => item.publishedAt !== null);
  const sorted = dated
    ? items.toSorted((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? 1 : -1))
    : [...items];
  return sorted.slice(0, count);
}

function unexpected(feed: string, error: unknown): Issue {
  const words = error instanceof Error ? error.message : String(error);
  return {
    feed,
    stage: 'store',
    code: 'unexpected',
    message: `something went wrong that should not (${words})`,
    hint: 'the other feeds are not touched by it; if it says no space or no permission, look at the disk, else report it with this line',
  };
}

function moved(feed: FeedConfig, movedTo: string | null): Issue[] {
  if (movedTo === null || movedTo === feed.url) return [];
  return [
    {
      feed: feed.id,
      stage: 'fetch',
      code: 'moved',
      message: `the feed has moved for good to ${movedTo}`,
      hint: `put that address into digest.yaml as the url of ${feed.id}`,
    },
  ];
}
