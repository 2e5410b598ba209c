import type { CustomRules } from '../../src/clean/custom-rules.ts';
import type { FeedConfig, SiteConfig } from '../../src/config/schema.ts';
import type { MutedBy } from '../../src/digest/mute.ts';
import type { Issue } from '../../src/issue.ts';
import type { FeedState } from '../../src/store/feed-state.ts';
import type { FetchArticlesOptions } from '../fetch/articles.ts';
import type { FetchOutcome } from '../fetch/request.ts';
import type { ItemStore } from '../store/items.ts';
import type { PageBudget } from './full-texts.ts';
import type { Wishes } from './patience.ts';
import type { FeedResult } from './report.ts';

/** What every feed of one pull shares. */
export interface FeedPullOptions {
  content: string;
  site: SiteConfig;
  store: ItemStore;
  /** Fetches a further document for a feed, without validators; `namedBy` is the page that names its address. */
  fetch: (feed: FeedConfig, namedBy?: string) => Promise<FetchOutcome>;
  /** How articles of summary-only feeds are fetched, and how many still may be. */
  pageOptions: Omit<FetchArticlesOptions, 'most'>;
  pages: PageBudget;
  /** When each feed may be asked again; filled in as the answers come. */
  wishes: Wishes;
  mutedBy: MutedBy;
  /** The owner's own cleaning rules. */
  custom: CustomRules;
  now: Date;
  firstEdition: boolean;
}

export type Fetched = Extract<FetchOutcome, { kind: 'document' }>;

/** What became of one feed: what to remember of it, and what to report. */
export interface Pulled {
  state: FeedState;
  result: FeedResult;
}

/** A feed that brought nothing because of `issue`: one more in its row of failures. */
export function failed(feed: FeedConfig, state: FeedState, issue: Issue, facts: FeedPullOptions): Pulled {
  const failure = {
    since: state.failure?.since ?? facts.now.toISOString(),
    count: (state.failure?.count ?? 0) + 1,
    code: issue.code,
    message: issue.message,
    hint: issue.hint,
  };
  return {
    state: { ...state, failure },
    result: {
      feed: feed.id,
      status: 'failed',
      added: 0,
      updated: 0,
      unchanged: 0,
      muted: [],
      issues: [issue],
    },
  };
}

/** The issue of a feed that answers from another address for good; none when it does not. */
export function moved(feed: FeedConfig, movedTo: string | null): Issue[] {
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
