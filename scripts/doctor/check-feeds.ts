import { type Config, type FeedConfig, isPulled } from '../../src/config/schema.ts';
import type { FeedDocument } from '../../src/feed/item.ts';
import { problem } from '../../src/feed/problems.ts';
import { readDocument } from '../../src/feed/read.ts';
import { fetchAll } from '../fetch/all.ts';
import { fetchDocument } from '../fetch/document.ts';
import { documentOrigin, type FetchedDocument, type FetchOutcome, feedRequest } from '../fetch/request.ts';
import type { PullContext } from '../pull/pull-context.ts';
import { followNamedFeed } from '../pull/pull-document.ts';
import { movedIssues, newAddress } from '../pull/pulled-feed.ts';
import { readFeedState } from '../store/feed-states.ts';
import type { Finding } from './finding.ts';

/**
 * Asks every enabled feed for its whole document, stores nothing, and says what a pull would find in each. Of a closed
 * feed `checkStore` has said all.
 */
export async function checkFeeds(
  config: Config,
  content: string,
  siteUrl: string,
  onFinding: (finding: Finding) => void,
): Promise<Finding[]> {
  const feeds: FeedConfig[] = [];
  for (const feed of config.feeds)
    if (isPulled(feed) && !(await readFeedState(content, feed.id, feed.url)).retired) feeds.push(feed);
  return fetchAll(
    feeds.map((feed) => feedRequest(feed, null, config, siteUrl)),
    {
      atOnce: config.pull.atOnce,
      gapMs: 1000,
      onOutcome: async (outcome, index) => {
        const finding = await findingOf(feeds[index] as FeedConfig, outcome, (feed, namedBy) =>
          fetchDocument(feedRequest(feed, null, config, siteUrl, namedBy)),
        );
        onFinding(finding);
        return finding;
      },
    },
  );
}

async function findingOf(
  feed: FeedConfig,
  outcome: FetchOutcome,
  fetch: PullContext['fetch'],
): Promise<Finding> {
  if (outcome.kind === 'failed' || outcome.kind === 'gone') {
    return { mark: 'bad', words: `${feed.id}: ${outcome.issue.message}`, hint: outcome.issue.hint };
  }
  if (outcome.kind === 'unchanged') return { mark: 'good', words: `${feed.id}: nothing new`, hint: null };
  const given = await read(feed, outcome);
  const named = await followNamedFeed(feed, given, outcome.url, { fetch });
  const { items, issues: found } = named ? await read(feed, named) : given;
  const all = named ? [...given.issues, ...found] : found;
  const issues = [...movedIssues(feed, newAddress(feed.url, outcome, given)), ...all];
  if (items.length === 0) {
    const { message, hint } = all[0] ?? problem(feed.id, 'no-entries');
    return { mark: 'bad', words: `${feed.id}: ${message}`, hint };
  }
  const [issue] = issues;
  const newest = items
    .flatMap(({ publishedAt }) => publishedAt ?? [])
    .sort()
    .at(-1);
  const words = `${feed.id}: ${items.length} items${newest ? `, the newest of ${newest.slice(0, 10)}` : ''}`;
  return issue === undefined
    ? { mark: 'good', words, hint: null }
    : {
        mark: 'worry',
        words: [words, ...issues.map(({ message }) => message)].join('; '),
        hint: issues.map(({ hint }) => hint).join('; '),
      };
}

function read(feed: FeedConfig, outcome: FetchedDocument): Promise<FeedDocument> {
  return readDocument(outcome.bytes, documentOrigin(feed, outcome));
}
