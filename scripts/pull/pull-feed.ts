import type { FeedConfig } from '../../src/config/schema.ts';
import type { Issue } from '../../src/issue.ts';
import type { FeedState } from '../../src/store/feed-state.ts';
import { outagesAfter } from '../../src/store/outages.ts';
import type { FetchOutcome } from '../fetch/request.ts';
import { writeFeedState } from '../store/feed-states.ts';
import { wishOf } from './patience.ts';
import { pullDocument } from './pull-document.ts';
import { type FeedPullOptions, type Fetched, failed, moved, type Pulled } from './pulled.ts';
import type { FeedResult } from './report.ts';

/** Takes what came of fetching one feed all the way into the store, then remembers it. Never throws. */
export async function pullFeed(
  feed: FeedConfig,
  state: FeedState,
  outcome: FetchOutcome,
  facts: FeedPullOptions,
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
  facts: FeedPullOptions,
): Promise<FeedResult> {
  const pulled = await (outcome.kind === 'document'
    ? pullDocument(feed, state, outcome, facts)
    : noDocument(feed, state, outcome, facts));
  // Last, so that a pull that is killed asks for the same document again.
  const outages = outagesAfter(state, pulled.state, facts.now.toISOString());
  await writeFeedState(facts.content, { ...pulled.state, outages });
  return pulled.result;
}

async function noDocument(
  feed: FeedConfig,
  state: FeedState,
  outcome: Exclude<FetchOutcome, Fetched>,
  facts: FeedPullOptions,
): Promise<Pulled> {
  if (outcome.kind === 'gone') {
    const { state: after, result } = failed(feed, state, outcome.issue, facts);
    return { state: { ...after, retired: true }, result };
  }
  if (outcome.kind === 'failed') {
    const { retryAfterSeconds } = outcome;
    if (retryAfterSeconds !== null) facts.wishes[feed.id] = wishOf(retryAfterSeconds, null, facts.now);
    return failed(feed, state, outcome.issue, facts);
  }
  const denied = isDoubtful(state, facts.now) ? await lookForChanges(feed, state, facts) : null;
  if (denied) return denied;
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
      muted: [],
      issues: moved(feed, outcome.movedTo),
    },
  };
}

const dayMs = 86_400_000;

/** Whether a feed has been "not modified" for so long that it is worth a second look: after two weeks, once a week. */
function isDoubtful({ lastSuccessAt }: FeedState, now: Date): boolean {
  const days = lastSuccessAt === null ? 0 : Math.floor((now.getTime() - Date.parse(lastSuccessAt)) / dayMs);
  return days >= 14 && days % 7 === 0;
}

/** Asks for the whole document of a feed that says it has not changed; null when that is so. */
async function lookForChanges(
  feed: FeedConfig,
  state: FeedState,
  facts: FeedPullOptions,
): Promise<Pulled | null> {
  const outcome = await facts.fetch(feed);
  if (outcome.kind !== 'document') return null;
  const pulled = await pullDocument(feed, state, outcome, facts);
  const { added, updated } = pulled.result;
  if (added + updated === 0) return null;
  const issue = notModifiedForever(feed, state.lastSuccessAt ?? '');
  return {
    state: { ...pulled.state, deniesChanges: true },
    result: { ...pulled.result, issues: [issue, ...pulled.result.issues] },
  };
}

function notModifiedForever(feed: FeedConfig, since: string): Issue {
  return {
    feed: feed.id,
    stage: 'fetch',
    code: 'not-modified-forever',
    message: `${URL.parse(feed.url)?.hostname ?? ''} has said since ${since.slice(0, 10)} that the feed has not changed (304), though it had.`,
    hint: 'Nothing to do: from now on the whole feed is asked for each time. Tell the publisher, if you can.',
  };
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
