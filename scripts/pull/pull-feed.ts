import type { FeedConfig } from '../../src/config/schema.ts';
import type { Issue } from '../../src/issue.ts';
import type { FeedState } from '../../src/store/feed-state.ts';
import { outagesAfter } from '../../src/store/outages.ts';
import type { FetchedDocument, FetchOutcome } from '../fetch/request.ts';
import { writeFeedState } from '../store/feed-states.ts';
import { stopOf } from '../terminal/stopped.ts';
import { cooldownAfter } from './cooldowns.ts';
import type { PullContext } from './pull-context.ts';
import { pullDocument } from './pull-document.ts';
import { emptyResult, failedFeed, movedIssues, type PulledFeed } from './pulled-feed.ts';
import { diskFull, type FeedResult } from './report.ts';

/** Stores what fetching a feed has brought, then writes the state of the feed. Never throws. */
export async function pullFeed(
  feed: FeedConfig,
  state: FeedState,
  outcome: FetchOutcome,
  context: PullContext,
): Promise<FeedResult> {
  try {
    return await pullOutcome(feed, state, outcome, context);
  } catch (error) {
    return failedFeed(feed, state, unexpected(feed.id, error), context.now).result;
  }
}

async function pullOutcome(
  feed: FeedConfig,
  state: FeedState,
  outcome: FetchOutcome,
  context: PullContext,
): Promise<FeedResult> {
  const pulled = await (outcome.kind === 'document'
    ? pullDocument(feed, state, outcome, context)
    : noDocument(feed, state, outcome, context));
  const { goneAt: _, ...open } = pulled.state;
  const isBack = pulled.state.retired && pulled.result.status === 'ok';
  const after = isBack ? { ...open, retired: false } : pulled.state;
  // Last, so that after a killed pull the next one asks for the same document again.
  const outages = outagesAfter(state, after, context.now.toISOString());
  await writeFeedState(context.content, { ...after, outages });
  return pulled.result;
}

async function noDocument(
  feed: FeedConfig,
  state: FeedState,
  outcome: Exclude<FetchOutcome, FetchedDocument>,
  context: PullContext,
): Promise<PulledFeed> {
  if (outcome.kind === 'gone') {
    const { state: after, result } = failedFeed(feed, state, outcome.issue, context.now);
    const goneAt = context.now.toISOString();
    // That a closed feed is still closed is no news.
    return {
      state: { ...after, retired: true, goneAt },
      result: state.retired ? emptyResult(feed.id, 'retired') : result,
    };
  }
  if (outcome.kind === 'failed') {
    const { retryAfterSeconds } = outcome;
    if (retryAfterSeconds !== null)
      context.cooldowns.set(feed.id, cooldownAfter(retryAfterSeconds, null, context.now));
    return failedFeed(feed, state, outcome.issue, context.now);
  }
  const denied = isDoubtful(state, context.now) ? await lookForChanges(feed, state, context) : null;
  if (denied) return denied;
  context.cooldowns.set(feed.id, cooldownAfter(outcome.freshForSeconds, null, context.now));
  const recovered = state.failure !== null;
  // What the last document said of its address still stands.
  const movedTo = outcome.movedTo ?? state.movedTo;
  return {
    state: {
      ...state,
      failure: null,
      movedTo,
      lastSuccessAt: recovered ? context.now.toISOString() : state.lastSuccessAt,
    },
    result: emptyResult(feed.id, 'ok', movedIssues(feed, movedTo)),
  };
}

const dayMs = 86_400_000;

/** Whether a feed has been "not modified" for so long that its whole document is asked for: after two weeks, once a week. */
function isDoubtful({ lastSuccessAt }: FeedState, now: Date): boolean {
  const days = lastSuccessAt === null ? 0 : Math.floor((now.getTime() - Date.parse(lastSuccessAt)) / dayMs);
  return days >= 14 && days % 7 === 0;
}

/** Asks for the whole document of a feed that says it has not changed; null when it is right. */
async function lookForChanges(
  feed: FeedConfig,
  state: FeedState,
  context: PullContext,
): Promise<PulledFeed | null> {
  const outcome = await context.fetch(feed);
  if (outcome.kind !== 'document') return null;
  const pulled = await pullDocument(feed, state, outcome, context);
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
    message: `${URL.parse(feed.url)?.hostname ?? ''} has said since ${since.slice(0, 10)} that the feed has not changed (304), although it has.`,
    hint: 'Nothing to do: from now on the whole feed is fetched each time. Tell the publisher, if you can.',
  };
}

function unexpected(feed: string, error: unknown): Issue {
  const stop = stopOf(error);
  if (stop !== null) return { feed, stage: 'store', code: diskFull, message: stop.message, hint: stop.hint };
  const reason = error instanceof Error ? error.message : String(error);
  return {
    feed,
    stage: 'store',
    code: 'unexpected',
    message: `something unexpected went wrong (${reason})`,
    hint: 'the other feeds are not affected; if it names a permission, check the disk, else report this line',
  };
}
