import type { Config } from '../../src/config/schema.ts';
import type { FeedState } from '../../src/store/feed-state.ts';
import { askedAgainAt, isLeftClosed } from '../../src/store/retirement.ts';
import { readFeedState } from '../store/feed-states.ts';
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
  const enabled = feeds.filter((feed) => feed.enabled);
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
    ...feeds.flatMap(({ id, url }) => findingsOf(id, url, states.get(id))),
    ...(ids.length === 0 ? [] : [worry(`not pulled yet: ${ids.join(', ')}`)]),
  ];
}

function findingsOf(id: string, url: string, state: FeedState | undefined): Finding[] {
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
    ...(hasMoved ? [worry(`${id} has moved`, `set its url to ${movedTo}`)] : []),
  ];
}

function failedWords({ since, count }: NonNullable<FeedState['failure']>): string {
  const day = since.slice(0, 10);
  return count === 1 ? `failed once, on ${day}` : `has failed ${count} times since ${day}`;
}

function worry(words: string, hint: string | null = null): Finding {
  return { mark: 'worry', words, hint };
}
