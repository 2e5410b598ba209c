import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Learned } from '../../src/clean/boilerplate.ts';
import { readFeedState } from '../pull/feed-states.ts';

/**
 * What a feed has taught, from `status/` below `content`. The feed is given by its id or by the title it has
 * there; null when it is not known, or has taught nothing.
 */
export async function learnedOf(content: string, feed: string | null): Promise<Learned | null> {
  if (feed === null || feed === '') return null;
  const files = await readdir(join(content, 'status')).catch(() => []);
  const ids = files.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  if (ids.includes(feed)) return (await readFeedState(content, feed, '')).boilerplate;
  for (const id of ids.sort()) {
    const { title, boilerplate } = await readFeedState(content, id, '');
    if (title === feed) return boilerplate;
  }
  return null;
}
