import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { FeedInfo } from '../../src/feed/item.ts';
import { writeWhole } from '../store/write-whole.ts';

/**
 * When each feed may be asked again, as its publisher wishes (`Cache-Control`, `ttl`, `skipHours`, `skipDays`).
 * Kept beside the content and out of the repository: it changes with every pull, and losing it costs one request.
 */
const cooldownSchema = z.object({
  askedAt: z.iso.datetime(),
  freshUntil: z.iso.datetime().nullable(),
  skipHours: z.array(z.number()),
  skipDays: z.array(z.string()),
});
const cooldownsSchema = z.record(z.string(), cooldownSchema);

/** By the id of the feed. */
export type Cooldowns = Map<string, Cooldown>;
type Cooldown = z.infer<typeof cooldownSchema>;

/** Shorter than a day, so that a nightly pull asks every feed, whatever its publisher wishes. */
const longestCooldownMs = 20 * 3_600_000;

export async function readCooldowns(content: string): Promise<Cooldowns> {
  const text = await readFile(fileOf(content), 'utf8').catch(() => '{}');
  try {
    return new Map(Object.entries(cooldownsSchema.parse(JSON.parse(text))));
  } catch {
    return new Map();
  }
}

export async function writeCooldowns(content: string, cooldowns: Cooldowns): Promise<void> {
  await mkdir(join(content, '.cache'), { recursive: true });
  await writeWhole(fileOf(content), `${JSON.stringify(Object.fromEntries(cooldowns))}\n`);
}

/** Whether the publisher of a feed does not want to be asked at `now`. */
export function isCoolingDown(cooldown: Cooldown | undefined, now: Date): boolean {
  if (!cooldown || now.getTime() - Date.parse(cooldown.askedAt) >= longestCooldownMs) return false;
  if (cooldown.freshUntil !== null && now.toISOString() < cooldown.freshUntil) return true;
  const weekday = weekdays[now.getUTCDay()] ?? '';
  return cooldown.skipHours.includes(now.getUTCHours()) || cooldown.skipDays.includes(weekday);
}

/** The cooldown that an answer asks for: the longer of its HTTP lifetime and the `ttl` of the feed. */
export function cooldownAfter(freshForSeconds: number | null, feed: FeedInfo | null, now: Date): Cooldown {
  const seconds = Math.max(freshForSeconds ?? 0, (feed?.ttlMinutes ?? 0) * 60);
  return {
    askedAt: now.toISOString(),
    freshUntil:
      seconds > 0
        ? new Date(now.getTime() + Math.min(seconds * 1000, longestCooldownMs)).toISOString()
        : null,
    skipHours: feed?.skipHours ?? [],
    skipDays: feed?.skipDays ?? [],
  };
}

/** As `skipDays` names them. */
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function fileOf(content: string): string {
  return join(content, '.cache', 'cooldowns.json');
}
