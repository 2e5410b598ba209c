import { isDeepStrictEqual } from 'node:util';
import { type CustomRules, noCustomRules } from '../../src/clean/custom-rules.ts';
import { type Config, type FeedConfig, isPulled } from '../../src/config/schema.ts';
import { withRestrictions } from '../../src/digest/former-feeds.ts';
import { readMutes } from '../../src/digest/mute.ts';
import type { Issue } from '../../src/issue.ts';
import { readStates, readVolumes } from '../../src/paper/read-content.ts';
import type { FeedState } from '../../src/store/feed-state.ts';
import { dayNow, type MovedItems } from '../../src/store/moved-items.ts';
import { isLeftClosed } from '../../src/store/retirement.ts';
import { fetchAll } from '../fetch/all.ts';
import { fetchDocument } from '../fetch/document.ts';
import { userAgent } from '../fetch/headers.ts';
import { type FetchOutcome, feedRequest } from '../fetch/request.ts';
import { earlierDays } from '../store/earlier-days.ts';
import { readFeedState, writeFeedState } from '../store/feed-states.ts';
import { readForgotten } from '../store/forgotten-items.ts';
import { once, openItemStore, removeHalfWritten } from '../store/items.ts';
import { lockFolder } from '../store/lock.ts';
import { mendTwins } from '../store/moved-items.ts';
import { refreshVolumes } from '../volumes/refresh-volumes.ts';
import { awaitsArticles } from './add-full-texts.ts';
import { isCoolingDown, readCooldowns, writeCooldowns } from './cooldowns.ts';
import { longestWaitingFirst } from './feed-order.ts';
import { formerIds } from './former-ids.ts';
import { goToPress, pressBefore } from './press.ts';
import type { PullContext } from './pull-context.ts';
import { pullFeed } from './pull-feed.ts';
import { emptyResult } from './pulled-feed.ts';
import { renewSignatures } from './renew-signatures.ts';
import { type FeedResult, type PullReport, reportOf } from './report.ts';
import { askUntil, leftFirst, leftIssues, readLeft, writeLeft } from './run-budget.ts';
import { askAboutShippedFeeds } from './shipped.ts';

export interface PullRequest {
  config: Config;
  content: string;
  /** Address of the site, for the User-Agent. */
  siteUrl: string;
  now: Date;
  /** Ask even the feeds whose publishers want us to wait. */
  force: boolean;
  /** The owner's own cleaning rules, none unless given, and why others could not be loaded. */
  custom?: CustomRules & { issues: Issue[] };
  /** Called as each feed is done, whichever is first. */
  onFeed: (result: FeedResult, done: number, all: number) => void;
  onWait: (message: string) => void;
  /** Milliseconds since 1970 from which on nobody is asked; by the configuration, from now on, when absent. */
  until?: number | undefined;
}

const lockWaitMs = 10 * 60_000;
/** How many pages of articles one pull may fetch for feeds with `fullText`; further items keep their summaries. */
const mostPages = 200;
/** The time for all of them, from the start of a pull: a site that sends slowly could delay it by hours. */
const pagesMs = 15 * 60_000;

/** Pulls every feed of a paper into its content folder. Gives null when another pull does not release the folder. */
export async function pullPaper(request: PullRequest): Promise<PullReport | null> {
  const { config, content, now, until = askUntil(request.config) } = request;
  const lock = await lockFolder(content, lockWaitMs, (pid) =>
    request.onWait(`Another pull (process ${pid}) is writing ${content}; waiting for it to end.`),
  );
  if (lock === null) return null;
  try {
    await removeHalfWritten(content, now);
    const moved = await mendTwins(content, openItemStore(content));
    const store = openItemStore(content);
    const { volumes: before } = await readVolumes(content);
    const press = await pressBefore(content, config, before, now);
    const cooldowns = await readCooldowns(content);
    const context: PullContext = {
      ...{ content, store, cooldowns, now, press, moved },
      formerOf: formerIds(config, (await readStates(content)).states),
      forgotten: await readForgotten(content),
      earlier: once(() => earlierDays(content, { committed: true })),
      mutedBy: readMutes(config),
      custom: request.custom ?? noCustomRules,
      pages: { left: mostPages },
      pageOptions: {
        userAgent: userAgent(request.siteUrl),
        deadlineMs: config.pull.timeoutSeconds * 1000,
        allowPrivateHosts: config.pull.allowPrivateHosts,
        atOnce: 1,
        gapMs: 1000,
        until: Math.min(until, Date.now() + pagesMs),
      },
      fetch: (feed, namedBy) => fetchDocument(feedRequest(feed, null, config, request.siteUrl, namedBy)),
    };
    const results = await pullFeeds(request, context, until);
    const left = results.filter(({ status }) => status === 'left').map(({ feed }) => feed);
    await writeLeft(content, left);
    await writeCooldowns(content, cooldowns);
    await renewSignatures(content, now, store);
    const after = await refreshVolumes(content, config);
    const asked = await askAboutShippedFeeds(config, (await readStates(content)).states, after, now);
    const issues = [
      ...(request.custom?.issues ?? []),
      ...leftIssues(left, config),
      ...(asked === null ? [] : [asked]),
    ];
    const report = reportOf(results, config.pull.failWhen, issues);
    return report.failed ? report : { ...report, press: await goToPress(content, press, before, after, now) };
  } finally {
    await lock.release();
  }
}

async function pullFeeds(request: PullRequest, context: PullContext, until: number): Promise<FeedResult[]> {
  const { config } = request;
  const results = new Map<string, FeedResult>();
  const done = (result: FeedResult) => {
    results.set(result.feed, result);
    request.onFeed(result, results.size, config.feeds.length);
  };
  const waiting: { feed: FeedConfig; state: FeedState }[] = [];
  for (const feed of config.feeds) {
    const before = await readFeedState(request.content, feed.id, feed.url);
    const state = withRestrictions(withMoves(before, context.moved), feed);
    const status = statusBefore(feed, state, request, context);
    if (status === null) waiting.push({ feed, state });
    else {
      if (!isDeepStrictEqual(state.restrictions, before.restrictions))
        await writeFeedState(request.content, state);
      done(emptyResult(feed.id, status));
    }
  }
  const due = leftFirst(longestWaitingFirst(waiting), await readLeft(request.content));
  await fetchAll(
    due.map(({ feed, state }) => feedRequest(feed, validatorsFor(feed, state), config, request.siteUrl)),
    {
      atOnce: config.pull.atOnce,
      gapMs: 1000,
      until,
      onOutcome: async (outcome, index) => {
        const job = due[index];
        if (job && isLeft(outcome, until)) done(emptyResult(job.feed.id, 'left'));
        else if (job) done(await pullFeed(job.feed, job.state, outcome, context));
      },
    },
  );
  return config.feeds.flatMap((feed) => results.get(feed.id) ?? []);
}

/** Whether a feed was not asked because the time of the run was over. */
function isLeft(outcome: FetchOutcome, until: number): boolean {
  return outcome.kind === 'failed' && outcome.issue.code === 'not-asked' && Date.now() >= until;
}

/** The state of a feed with its items under the days where they lie now. */
function withMoves(state: FeedState, moved: MovedItems): FeedState {
  return {
    ...state,
    recent: state.recent.map((entry) => ({ ...entry, day: dayNow(moved, entry.day, entry.name) })),
  };
}

/** The validators to send with the request; null to ask for the whole document. */
function validatorsFor(feed: FeedConfig, state: FeedState): FeedState['validators'] | null {
  const isWholeWanted = state.deniesChanges || state.waiting !== undefined || awaitsArticles(feed, state);
  return isWholeWanted ? null : state.validators;
}

/** Why a feed is not asked; null when it is. */
function statusBefore(
  feed: FeedConfig,
  state: FeedState,
  { now, force }: PullRequest,
  { cooldowns }: PullContext,
): FeedResult['status'] | null {
  if (!isPulled(feed)) return 'off';
  if (!force && isLeftClosed(state, now)) return 'retired';
  if (!force && isCoolingDown(cooldowns.get(feed.id), now)) return 'resting';
  return null;
}
