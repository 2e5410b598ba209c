import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Config } from '../config/schema.ts';
import type { PlacedItem } from '../store/stored-item.ts';
import { monthOf } from './day.ts';
import { unmuted } from './edition.ts';
import { withoutRemoved } from './removed-items.ts';

/** The tree id that Git gives a folder: a digest of everything in it. */
const treeId = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/);

/** A day of a volume: what the paper shows of it. */
const volumeDaySchema = z.strictObject({
  /** Tree id of its folder in the store. */
  digest: treeId,
  /** Reading time of everything in its edition. */
  minutes: z.int(),
  /** Items by feed, sorted by feed. */
  feeds: z.record(z.string(), z.int()),
});

/**
 * The record of a volume, one month of editions: `volumes/<YYYY-MM>.json`. It holds all that the front
 * needs to know of a past month; its digests tell a build whether the month has changed.
 */
export const volumeSchema = z.strictObject({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  /** Tree id of its folder in the store. */
  digest: treeId,
  /** Digest of the mute and remove rules in force when this was counted. */
  rules: z.string(),
  /** Days with an edition, sorted. */
  days: z.record(z.iso.date(), volumeDaySchema),
  /** Names of stored items that are in no edition, because they are muted or removed, by day; sorted. */
  hidden: z.record(z.iso.date(), z.array(z.string())),
});

export type Volume = z.infer<typeof volumeSchema>;

/** Tree ids of the folders of a month and of its days. */
export interface MonthTree {
  digest: string;
  days: ReadonlyMap<string, string>;
}

/** The items that a paper shows: those that `mute` and `remove` do not match. */
export function shownItems(items: readonly PlacedItem[], config: Config): PlacedItem[] {
  return unmuted(withoutRemoved(items, config), config);
}

/** Counts the stored items of one month. The same items, rules and trees always give the same record. */
export function countVolume(
  month: string,
  stored: readonly PlacedItem[],
  tree: MonthTree,
  config: Config,
): Volume {
  const shown = shownItems(stored, config);
  const names = new Set(shown.map(({ name }) => name));
  const hidden = stored.filter(({ name }) => !names.has(name));
  return {
    month,
    digest: tree.digest,
    rules: rulesDigest(config),
    days: byDay(shown, (items, day) => ({
      digest: tree.days.get(day) ?? tree.digest,
      minutes: items.reduce((sum, item) => sum + item.minutes, 0),
      feeds: countByFeed(items),
    })),
    hidden: byDay(hidden, (items) => items.map(({ name }) => name).sort()),
  };
}

function byDay<T>(
  items: readonly PlacedItem[],
  tell: (items: PlacedItem[], day: string) => T,
): Record<string, T> {
  const days = [...Map.groupBy(items, ({ day }) => day)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(days.map(([day, ofDay]) => [day, tell(ofDay, day)]));
}

/** The records of items that are not in a store, such as those of a test or a preview. */
export function countVolumes(items: readonly PlacedItem[], config: Config): Volume[] {
  const none = '0'.repeat(40);
  const byMonth = [...Map.groupBy(items, ({ day }) => monthOf(day))].sort(([a], [b]) => (a < b ? -1 : 1));
  return byMonth.map(([month, ofMonth]) =>
    countVolume(month, ofMonth, { digest: none, days: new Map() }, config),
  );
}

/** A digest that is equal for configurations that hide the same items. */
export function rulesDigest({ mute, remove, feeds, former = [] }: Config): string {
  const ofFeeds = [...feeds, ...former].flatMap((feed) => (feed.mute?.length ? [[feed.id, feed.mute]] : []));
  return createHash('sha256')
    .update(JSON.stringify([mute, remove, ofFeeds]))
    .digest('hex')
    .slice(0, 16);
}

function countByFeed(items: readonly PlacedItem[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { feed } of items) counts.set(feed, (counts.get(feed) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
