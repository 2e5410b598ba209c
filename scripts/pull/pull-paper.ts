import { type CustomRules, noCustomRules } from '../../src/clean/custom-rules.ts';
import type { Config, FeedConfig } from '../../src/config/schema.ts';
import { readMutes } from '../../src/digest/mute.ts';
import type { Issue } from '../../src/issue.ts';
import type { FeedState } from '../../src/store/feed-state.ts';
import { fetchAll } from '../fetch/all.ts';
import { fetchFeed } from '../fetch/document.ts';
import { userAgent } from '../fetch/headers.ts';
import { feedRequest } from '../fetch/request.ts';
import { readFeedState } from '../store/feed-states.ts';
import { openItemStore, sweepHalfWritten } from '../store/items.ts';
import { lockStore } from '../store/lock.ts';
import { refreshVolumes } from '../volumes/refresh-volumes.ts';
import { awaitsArticles } from './full-texts.ts';
import { readWishes, shouldRest, writeWishes } from './patience.ts';
import { pullFeed } from './pull-feed.ts';
import type { FeedPullOptions } from './pulled.ts';
import { type FeedResult, type PullReport, reportOf } from './report.ts';

export interface PullRequest {
  config: Config;
  content: string;
  /** Address of the site, for the User-Agent. */
  siteUrl: string;
  now: Date;
  /** Ask even the feeds whose publishers want copies kept a while. */
  force: boolean;
  /** The owner's own cleaning rules, none unless given, and why others could not be loaded. */
  custom?: CustomRules & { issues: Issue[] };
  /** Called as each feed is done, in the order in which they are. */
  onFeed: (result: FeedResult, done: number, all: number) => void;
  onWait: (message: string) => void;
}

const lockWaitMs = 10 * 60_000;
/** Pages of articles that one pull may fetch for feeds with `fullText`; the rest keep their summaries. */
const mostPages = 200;
/** For all of those together from the start of a pull: a site that drips each out would hold up the night for hours. */
const pagesMs = 15 * 60_000;

/** Pulls every feed of a paper into its content folder. Gives null when another pull does not let go of it. */
export async function pullPaper(request: PullRequest): Promise<PullReport | null> {
  const { config, content, now } = request;
  const lock = await lockStore(content, lockWaitMs, (pid) =>
    request.onWait(`Another pull (process ${pid}) is writing ${content}; waiting for it to end.`),
  );
  if (lock === null) return null;
  try {
    await sweepHalfWritten(content, now);
    const store = openItemStore(content);
    const wishes = await readWishes(content);
    const facts: FeedPullOptions = {
      ...{ content, site: config.site, store, wishes, now, firstEdition: await store.isEmpty() },
      mutedBy: readMutes(config),
      custom: request.custom ?? noCustomRules,
      pages: { left: mostPages },
      pageOptions: {
        userAgent: userAgent(request.siteUrl),
        deadlineMs: config.pull.timeoutSeconds * 1000,
        allowPrivateHosts: config.pull.allowPrivateHosts,
        atOnce: 1,
        gapMs: 1000,
        until: Date.now() + pagesMs,
      },
      fetch: (feed, namedBy) => fetchFeed(feedRequest(feed, null, config, request.siteUrl, namedBy)),
    };
    const results = await pullFeeds(request, facts);
    await writeWishes(content, wishes);
    await refreshVolumes(content, config);
    return reportOf(results, config.pull.failWhen, request.custom?.issues);
  } finally {
    await lock.release();
  }
}

async function pullFeeds(request: PullRequest, facts: FeedPullOptions): Promise<FeedResult[]> {
  const { config } = request;
  const results = new Map<string, FeedResult>();
  const done = (result: FeedResult) => {
    results.set(result.feed, result);
    request.onFeed(result, results.size, config.feeds.length);
  };
  const due: { feed: FeedConfig; state: FeedState }[] = [];
  for (const feed of config.feeds) {
    const state = await readFeedState(request.content, feed.id, feed.url);
    const status = statusBefore(feed, state, request, facts);
    if (status === null) due.push({ feed, state });
    else done({ feed: feed.id, status, added: 0, updated: 0, unchanged: 0, muted: [], issues: [] });
  }
  await fetchAll(
    due.map(({ feed, state }) => feedRequest(feed, validatorsFor(feed, state), config, request.siteUrl)),
    {
      atOnce: config.pull.atOnce,
      gapMs: 1000,
      onOutcome: async (outcome, index) => {
        const job = due[index];
        if (job) done(await pullFeed(job.feed, job.state, outcome, facts));
      },
    },
  );
  return config.feeds.flatMap((feed) => results.get(feed.id) ?? []);
}

/** What a feed is asked for changes with; null to ask for the whole document. */
function validatorsFor(feed: FeedConfig, state: FeedState): FeedState['validators'] | null {
  return state.deniesChanges || awaitsArticles(feed, state) ? null : state.validators;
}

/** Why a feed is not asked at all, null when it is. */
function statusBefore(
  feed: FeedConfig,
  state: FeedState,
  { now, force }: PullRequest,
  { wishes }: FeedPullOptions,
): FeedResult['status'] | null {
  if (!feed.enabled) return 'off';
  if (state.retired) return 'retired';
  if (!force && shouldRest(wishes[feed.id], now)) return 'resting';
  return null;
}
