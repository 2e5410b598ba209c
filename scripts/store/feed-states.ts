import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type FeedState, feedStateSchema, newFeedState } from '../../src/store/feed-state.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Reads the state of a feed from `status/<feed>.json`. Without a valid file the feed counts as never pulled: its whole
 * document is fetched again, and its stored items are found by their names.
 */
export async function readFeedState(content: string, feed: string, url: string): Promise<FeedState> {
  const text = await readFile(fileOf(content, feed), 'utf8').catch(() => '');
  const checked = feedStateSchema.safeParse(parseJson(text));
  if (!checked.success) return newFeedState(feed, url);
  const state = checked.data;
  if (state.url === url) return state;
  const { validators, movedTo, retired } = newFeedState(feed, url);
  const { deniesChanges: _, goneAt: __, ...kept } = state;
  return { ...kept, url, validators, movedTo, retired };
}

/** Writes the state of a feed, atomically; the same state gives the same bytes. */
export async function writeFeedState(content: string, state: FeedState): Promise<void> {
  const file = fileOf(content, state.feed);
  const text = `${JSON.stringify(state, null, 1)}\n`;
  if ((await readFile(file, 'utf8').catch(() => '')) === text) return;
  await mkdir(join(content, 'status'), { recursive: true });
  await writeWhole(file, text);
}

/** Removes all that is known of a feed. */
export async function removeFeedState(content: string, feed: string): Promise<void> {
  await rm(fileOf(content, feed), { force: true });
}

function fileOf(content: string, feed: string): string {
  return join(content, 'status', `${feed}.json`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
