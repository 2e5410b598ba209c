import type { Config, FeedConfig } from '../../src/config/schema.ts';
import type { FeedState } from '../../src/store/feed-state.ts';
import { isBarren, withoutArticle } from '../../src/store/page-record.ts';
import { readFeedState } from '../store/feed-states.ts';
import type { Finding } from './finding.ts';

/**
 * What the states of the feeds say: which feeds the next run will ask, and which have failed. A failure is a worry only:
 * whether it lasts shows when the feed is asked.
 */
export async function checkStore(content: string, { feeds }: Config): Promise<Finding[]> {
  const enabled = feeds.filter((feed) => feed.enabled);
  const states = new Map(
    await Promise.all(
      enabled.map(async ({ id, url }) => [id, await readFeedState(content, id, url)] as const),
    ),
  );
  const asked = [...states].filter(([, { retired }]) => !retired);
  const fresh = asked.filter(([, { failure, lastSuccessAt }]) => failure === null && lastSuccessAt === null);
  const ids = fresh.map(([id]) => id).sort();
  return [
    { mark: 'good', words: `the next run asks ${asked.length} of ${feeds.length} feeds`, hint: null },
    ...feeds.flatMap((feed) => findingsOf(feed, states.get(feed.id))),
    ...(ids.length === 0 ? [] : [worry(`not pulled yet: ${ids.join(', ')}`)]),
  ];
}

function findingsOf(feed: FeedConfig, state: FeedState | undefined): Finding[] {
  const { id, url } = feed;
  if (state === undefined) return [worry(`${id} is off`)];
  const { retired, failure, movedTo } = state;
  if (retired) {
    const hint = 'find its new address, or set enabled: false';
    return [{ mark: 'bad', words: `${id} is closed by its publisher`, hint }];
  }
  const hasMoved = movedTo !== null && movedTo !== url;
  return [
    ...(failure === null ? [] : [worry(`${id} ${failedWords(failure)}: ${failure.message}`, failure.hint)]),
    ...(failure === null ? pageFindings(feed, state) : []),
    ...(hasMoved ? [worry(`${id} has moved`, `set its url to ${movedTo}`)] : []),
  ];
}

function failedWords({ since, count }: NonNullable<FeedState['failure']>): string {
  const day = since.slice(0, 10);
  return count === 1 ? `failed once, on ${day}` : `has failed ${count} times since ${day}`;
}

/** For a feed with `fullText` of which many of the last pages have no article: what they were instead. */
function pageFindings({ id, fullText }: FeedConfig, { pages = [] }: FeedState): Finding[] {
  const kinds = withoutArticle(pages);
  const count = kinds.reduce((sum, kind) => sum + kind.count, 0);
  if (!fullText || 2 * count < pages.length || count === 0) return [];
  const list = kinds.map((kind) => `${kind.count} ${kind.page}`).join(', ');
  const rest = isBarren(pages) ? '; a pull asks for one page only' : '';
  return [
    worry(
      `${id}: ${count} of its last ${pages.length} pages had no article (${list})${rest}`,
      'open one in a browser; if this is so for all of them, remove fullText from this feed',
    ),
  ];
}

function worry(words: string, hint: string | null = null): Finding {
  return { mark: 'worry', words, hint };
}
