import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { FeedInfo } from '../../src/feed/item.ts';

/**
 * When each feed may be asked again, as its publisher wishes (`Cache-Control`, `ttl`, `skipHours`, `skipDays`).
 * Kept beside the content and out of the repository: it changes with every pull and is no loss when gone.
 */
const wishSchema = z.object({
  askedAt: z.iso.datetime(),
  freshUntil: z.iso.datetime().nullable(),
  skipHours: z.array(z.number()),
  skipDays: z.array(z.string()),
});
const wishesSchema = z.record(z.string(), wishSchema);

export type Wishes = z.infer<typeof wishesSchema>;
type Wish = z.infer<typeof wishSchema>;

/** A day without asking is patience enough, whatever a feed wishes. */
const longestRestMs = 20 * 3_600_000;

export async function readWishes(content: string): Promise<Wishes> {
  const text = await readFile(fileOf(content), 'utf8').catch(() => '{}');
  try {
    return wishesSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

export async function writeWishes(content: string, wishes: Wishes): Promise<void> {
  await mkdir(join(content, '.cache'), { recursive: true });
  await writeFile(fileOf(content), `${JSON.stringify(wishes)}\n`);
}

/** Whether a feed's publisher would rather not be asked at `now`. */
export function shouldRest(wish: Wish | undefined, now: Date): boolean {
  if (!wish || now.getTime() - Date.parse(wish.askedAt) >= longestRestMs) return false;
  if (wish.freshUntil !== null && now.toISOString() < wish.freshUntil) return true;
  const weekday = weekdays[now.getUTCDay()] ?? '';
  return wish.skipHours.includes(now.getUTCHours()) || wish.skipDays.includes(weekday);
}

/** What an answer asks for: the longer of the HTTP lifetime and the feed's own `ttl`. */
export function wishOf(freshForSeconds: number | null, feed: FeedInfo | null, now: Date): Wish {
  const seconds = Math.max(freshForSeconds ?? 0, (feed?.ttlMinutes ?? 0) * 60);
  return {
    askedAt: now.toISOString(),
    freshUntil:
      seconds > 0 ? new Date(now.getTime() + Math.min(seconds * 1000, longestRestMs)).toISOString() : null,
    skipHours: feed?.skipHours ?? [],
    skipDays: feed?.skipDays ?? [],
  };
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function fileOf(content: string): string {
  return join(content, '.cache', 'wishes.json');
}
