import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readMoved, readStates } from '../../src/paper/read-content.ts';
import { feedOfName } from '../../src/store/forgotten-items.ts';
import { pathOfItem } from '../../src/store/item-path.ts';
import { nameOfMovedKey } from '../../src/store/moved-items.ts';
import { removeFeedState } from '../store/feed-states.ts';
import { readForgotten, writeForgotten } from '../store/forgotten-items.ts';
import { type ListedItem, openItemStore } from '../store/items.ts';
import { lockFolder } from '../store/lock.ts';
import { writeMoved } from '../store/moved-items.ts';
import { checkOutMonths } from '../store/not-checked-out.ts';

export interface ForgetRequest {
  content: string;
  /** Ids of feeds. */
  feeds: readonly string[];
  dryRun: boolean;
  /** Called with the process id when another program is writing. */
  onWait: (pid: number) => void;
}

/** What is removed of a feed. */
interface ForgottenFeed {
  feed: string;
  items: number;
  /** First and last day, `YYYY-MM-DD`; null without items. */
  days: [string, string] | null;
}

export type ForgetResult =
  | { kind: 'done'; feeds: ForgottenFeed[] }
  /** Feeds of which nothing is stored, and those that something is stored of. Nothing was removed. */
  | { kind: 'unknown'; feeds: string[]; stored: string[] }
  /** Another program did not stop writing. */
  | { kind: 'locked' };

const lockWaitMs = 10 * 60_000;

/** Removes all that is stored of some feeds, and keeps the names of their items so that they do not come back. */
export async function forgetFeeds(request: ForgetRequest): Promise<ForgetResult> {
  const { content, dryRun } = request;
  const lock = await lockFolder(content, lockWaitMs, request.onWait);
  if (lock === null) return { kind: 'locked' };
  try {
    const [items, { states }] = await Promise.all([openItemStore(content).list(), readStates(content)]);
    const ofFeed = Map.groupBy(items, ({ name }) => feedOfName(name));
    const stored = new Set([...ofFeed.keys(), ...states.map(({ feed }) => feed)]);
    const unknown = request.feeds.filter((feed) => !stored.has(feed));
    if (unknown.length > 0) return { kind: 'unknown', feeds: unknown, stored: [...stored].sort() };
    const feeds = request.feeds.map((feed) => ofForgotten(feed, ofFeed.get(feed) ?? []));
    if (!dryRun) await remove(content, request.feeds, items);
    return { kind: 'done', feeds };
  } finally {
    await lock.release();
  }
}

/**
 * The names are written first: when this is interrupted, nothing comes back, and the same command removes the rest. The
 * records of the volumes stay as they are: a nightly run builds a month anew because it differs from its record.
 */
async function remove(
  content: string,
  feeds: readonly string[],
  items: readonly ListedItem[],
): Promise<void> {
  const isOfFeeds = (name: string) => feeds.includes(feedOfName(name));
  const gone = items.filter(({ name }) => isOfFeeds(name));
  const { states } = await readStates(content);
  const seen = states.flatMap(({ feed, recent }) => (feeds.includes(feed) ? recent : []));
  const names = [...gone, ...seen].map(({ name }) => name);
  await writeForgotten(content, new Set([...(await readForgotten(content)), ...names]));
  // A month is counted and built from its files, so that all of them must be there.
  await checkOutMonths(
    content,
    gone.filter(({ isHere }) => !isHere).map(({ day }) => day.slice(0, 7)),
  );
  for (const { name, day } of gone) await rm(join(content, 'items', pathOfItem(name, day)), { force: true });
  const moved = Object.entries(await readMoved(content));
  const others = moved.filter(([key]) => !isOfFeeds(nameOfMovedKey(key)));
  if (others.length < moved.length) await writeMoved(content, Object.fromEntries(others));
  for (const feed of feeds) await removeFeedState(content, feed);
}

function ofForgotten(feed: string, items: readonly ListedItem[]): ForgottenFeed {
  const days = items.map(({ day }) => day).sort();
  return { feed, items: items.length, days: days[0] ? [days[0], days.at(-1) ?? ''] : null };
}
