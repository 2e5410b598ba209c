import { type Config, type FeedConfig, isPulled } from '../../src/config/schema.ts';
import type { FeedState } from '../../src/store/feed-state.ts';
import { isBarren, withoutArticle } from '../../src/store/page-record.ts';
import { askedAgainAt, isLeftClosed } from '../../src/store/retirement.ts';
import { earlierDays } from '../store/earlier-days.ts';
import { readFeedState } from '../store/feed-states.ts';
import { readForgotten } from '../store/forgotten-items.ts';
import { openItemStore } from '../store/items.ts';
import type { Finding } from './finding.ts';

/**
 * What the states of the feeds say: which feeds the next run will ask, and which have failed. A failure is a worry only:
 * whether it lasts shows when the feed is asked.
 */
export async function checkStore(
  content: string,
  { feeds }: Config,
  now: Date = new Date(),
): Promise<Finding[]> {
  const enabled = feeds.filter(isPulled);
  const states = new Map(
    await Promise.all(
      enabled.map(async ({ id, url }) => [id, await readFeedState(content, id, url)] as const),
    ),
  );
  const asked = [...states].filter(([, state]) => !isLeftClosed(state, now));
  const fresh = asked.filter(([, { failure, lastSuccessAt }]) => failure === null && lastSuccessAt === null);
  const ids = fresh.map(([id]) => id).sort();
  return [
    { mark: 'good', words: `the next run asks ${asked.length} of ${feeds.length} feeds`, hint: null },
    ...feeds.flatMap((feed) => findingsOf(feed, states.get(feed.id))),
    ...(ids.length === 0 ? [] : [worry(`not pulled yet: ${ids.join(', ')}`)]),
    ...(await lostItems(content, [...states.values()])),
  ];
}

/** Articles that Git or the states know and that are not stored: deleted by hand, or lost with a restored backup. */
async function lostItems(content: string, states: readonly FeedState[]): Promise<Finding[]> {
  const [inGit, forgotten] = await Promise.all([
    earlierDays(content, { committed: false }),
    readForgotten(content),
  ]);
  const stored = new Set((await openItemStore(content).list()).map(({ name }) => name));
  const isLost = (name: string) => !stored.has(name) && !forgotten.has(name);
  const lost = [...inGit].filter(([name]) => isLost(name));
  const newest = lost
    .map(([, day]) => day)
    .sort()
    .at(-1);
  const unstored = states
    .map(({ feed, recent }) => ({
      feed,
      names: recent.filter(({ name }) => isLost(name) && !inGit.has(name)),
    }))
    .filter(({ names }) => names.length > 0);
  return [
    ...(lost.length === 0
      ? []
      : [
          worry(
            `${lost.length} ${articles(lost.length)} that Git knows are not in ${content} (the newest of ${newest})`,
            'if a backup was restored, take them from Git (git log --all -- src/content/items), or let a pull store those that the feeds still list: they keep their addresses',
          ),
        ]),
    ...unstored.map(({ feed, names }) =>
      worry(
        `${feed}: ${names.length} ${articles(names.length)} of its last documents are not stored and stay away`,
        `if you deleted them, all is well; if they were lost, delete ${content}/status/${feed}.json and pull: what the feed still lists comes back`,
      ),
    ),
  ];
}

const articles = (count: number) => (count === 1 ? 'article' : 'articles');

function findingsOf(feed: FeedConfig, state: FeedState | undefined): Finding[] {
  const { id, url } = feed;
  if (state === undefined) return [worry(`${id} is off`)];
  const { retired, failure, movedTo } = state;
  if (retired) {
    const again = askedAgainAt(state)?.toISOString().slice(0, 10);
    const hint = `find its new address, or set enabled: false; it is asked again after ${again}, and at once by npm run pull -- --force`;
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
