import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { matchFeed } from '../../src/archive/match-feed.ts';
import type { Learned } from '../../src/clean/boilerplate/learn.ts';
import { readFeedState } from '../store/feed-states.ts';

/**
 * The boilerplate learned from a feed, read from `status/` below `content`. The feed is given by its id, or by a name that
 * `matchFeed` recognises; null when the feed is unknown or nothing was learned.
 */
export async function learnedBoilerplate(content: string, feed: string | null): Promise<Learned | null> {
  if (feed === null || feed === '') return null;
  const files = await readdir(join(content, 'status')).catch(() => []);
  const ids = files.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  const known = ids.includes(feed) ? [feed] : ids.sort();
  const states = await Promise.all(
    known.map(async (id) => ({ id, ...(await readFeedState(content, id, '')) })),
  );
  return matchFeed(feed, states)?.boilerplate ?? null;
}
