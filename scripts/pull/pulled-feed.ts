import type { FeedConfig } from '../../src/config/schema.ts';
import type { FeedDocument } from '../../src/feed/item.ts';
import type { Issue } from '../../src/issue.ts';
import type { FeedState } from '../../src/store/feed-state.ts';
import { canonicalLink } from '../../src/text/url.ts';
import { withoutPasswords } from '../../src/text/without-passwords.ts';
import type { FetchedDocument } from '../fetch/request.ts';
import type { FeedResult } from './report.ts';

/** What became of one feed: the state to remember, and the result to report. */
export interface PulledFeed {
  state: FeedState;
  result: FeedResult;
}

/** The result of a feed of which nothing was stored. */
export function emptyResult(feed: string, status: FeedResult['status'], issues: Issue[] = []): FeedResult {
  return { feed, status, added: 0, updated: 0, unchanged: 0, muted: [], issues };
}

/** A feed that brought nothing because of `issue`: one more failure in a row. */
export function failedFeed(feed: FeedConfig, state: FeedState, issue: Issue, now: Date): PulledFeed {
  const failure = {
    since: state.failure?.since ?? now.toISOString(),
    count: (state.failure?.count ?? 0) + 1,
    code: issue.code,
    message: withoutPasswords(issue.message),
    hint: withoutPasswords(issue.hint),
  };
  return { state: { ...state, failure }, result: emptyResult(feed.id, 'failed', [issue]) };
}

/** Where the feed has moved to for good: by its server, else by the feed itself, which may name the address it has. */
export function newAddress(
  url: string,
  { movedTo }: Pick<FetchedDocument, 'movedTo'>,
  { feed }: Pick<FeedDocument, 'feed'>,
): string | null {
  const named = feed.movedTo ?? null;
  return movedTo ?? (canonicalLink(named) === canonicalLink(url) ? null : named);
}

/** The issue of a feed that has moved to another address for good; none when it has not. */
export function movedIssues(feed: FeedConfig, movedTo: string | null): Issue[] {
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

/** The issues of a feed that brought more new entries than one pull takes. */
export function burstIssues(
  { id, maxItems }: FeedConfig,
  { waiting, gone }: { waiting: readonly string[]; gone: number },
): Issue[] {
  const raise = `raise maxItems of ${id} in digest.yaml (now ${maxItems})`;
  const entries = (count: number) => `${count} new ${count === 1 ? 'entry' : 'entries'}`;
  const issue = { feed: id, stage: 'parse' as const };
  const late: Issue = {
    ...issue,
    code: 'entries-wait',
    message: `${entries(waiting.length)} did not fit into this pull and ${waiting.length === 1 ? 'waits' : 'wait'}`,
    hint: `the next pulls take them, newest first, while the feed lists them; to take more at once, ${raise}`,
  };
  const lost: Issue = {
    ...issue,
    code: 'entries-gone',
    message: `${entries(gone)} left the feed before a pull had room for ${gone === 1 ? 'it' : 'them'}`,
    hint: `${raise}, or pull more often`,
  };
  return [...(waiting.length > 0 ? [late] : []), ...(gone > 0 ? [lost] : [])];
}
