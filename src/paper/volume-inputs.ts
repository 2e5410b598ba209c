import { createHash } from 'node:crypto';
import type { PictureCopy } from '../clean/picture-policy.ts';
import { republishOf } from '../config/republish-of.ts';
import type { FeedConfig, FormerFeed } from '../config/schema.ts';
import { monthOf, shiftDay } from '../digest/day.ts';
import { sparedHosts } from '../digest/shown-pictures.ts';
import type { Volume } from '../digest/volume.ts';
import { archivedMonths } from './feeds/archived.ts';
import type { Paper } from './make-paper.ts';
import { fallbackService, pictureSources } from './picture-sources.ts';
import { sourceName } from './sources.ts';

/** What pages and search indexes depend on, beside the items of the feeds they show. */
interface Settings {
  siteUrl: string;
  site: Paper['config']['site'];
  topics: Paper['config']['topics'];
  feeds: Omit<FeedConfig, (typeof pullOnly)[number]>[];
  /** Those that have left the configuration. */
  former: Omit<FormerFeed, 'mute'>[];
  /** The names of the feeds. */
  names: string[];
}

/**
 * All that the pages of a month depend on, beside the code that makes them. Equal inputs give equal bytes, so a month
 * whose inputs have not changed is not built again.
 */
export interface VolumeInputs extends Settings {
  month: Omit<Volume, 'rules'>;
  /** The last day of the month before, if it has an edition: stories may continue from there. */
  eve: Volume['days'][string] | null;
  hiddenOnEve: string[];
  /** Number of its first edition. */
  number: number;
  /** Those of its days whose articles wait for their press. */
  waiting: string[];
  /** Its addresses that lead to others. */
  moved: [string, string][];
  /** The editions before and after it. */
  around: (string | null)[];
  /** Its document in the archive of the feed: the month of the next older document; null while the month is open. */
  archive: { previous: string | null } | null;
  /** Whether articles of the month, and of the one before, have pages. */
  pages: [boolean, boolean];
  /** Where its pictures come from. */
  pictures: {
    /** Where its pages may load pictures from, by the settings of every feed. */
    sources: string;
    proxy: string;
    /** Hosts of private networks that they may be on. */
    spared: string[];
    fallback: string | null;
    /** Its own copies of pictures, by address of the original. */
    copies: [string, PictureCopy][];
  };
}

/** Settings of a feed that a pull uses and that no page shows. */
const pullOnly = [
  'enabled',
  'fullText',
  'headers',
  'keep',
  'keepWords',
  'maxItems',
  'mute',
  'note',
  'proxy',
  'remove',
  'retire',
  'selector',
  'timeZone',
] as const satisfies (keyof FeedConfig)[];

/** The inputs of a month with articles. `paper` needs no open editions, only the records of all its volumes. */
export function volumeInputs(paper: Paper, volumes: readonly Volume[], month: string): VolumeInputs {
  const { almanac, config, days, links, moved, pictures } = paper;
  const record = volumes.find((volume) => volume.month === month);
  if (record === undefined || !days.some(({ day }) => monthOf(day) === month))
    throw new Error(`nothing is stored in ${month}`);
  const before = almanac.filter(({ day }) => monthOf(day) < month);
  const after = almanac.find(({ day }) => monthOf(day) > month);
  const eveDay = shiftDay(`${month}-01`, -1);
  const eveVolume = volumes.find((volume) => volume.month === monthOf(eveDay));
  const eve = eveVolume?.days[eveDay] ?? null;
  const feeds = new Set([record, { days: { eve } }].flatMap(feedsOf));
  const archived = archivedMonths(paper);
  return {
    ...settingsFor(paper, feeds),
    month: { month, digest: record.digest, days: record.days, hidden: record.hidden },
    eve,
    hiddenOnEve: eveVolume?.hidden[eveDay] ?? [],
    number: before.length + 1,
    waiting: days.slice(almanac.length).flatMap(({ day }) => (monthOf(day) === month ? day : [])),
    moved: Object.entries(moved).filter(([key]) => monthOf(key) === month),
    around: [before.at(-1)?.day ?? null, after?.day ?? null],
    archive: archived.includes(month) ? { previous: archived.find((other) => other < month) ?? null } : null,
    pages: [links.keepsPages(month), links.keepsPages(monthOf(eveDay))],
    pictures: {
      sources: pictureSources(config),
      proxy: config.pictures.proxy,
      spared: sparedHosts(config),
      fallback: fallbackService(config),
      copies: [...(pictures.copies.get(month) ?? [])],
    },
  };
}

/** A digest of the inputs of a month and of the code that makes its pages. */
export function fingerprint(inputs: VolumeInputs, renderer: string): string {
  return digestOf([renderer, inputs]);
}

/**
 * A digest of all that the search index of some days depends on: their items, the names and settings of their feeds,
 * the settings of the paper, and the code that makes it.
 */
export function daysFingerprint(
  paper: Paper,
  volumes: readonly Volume[],
  days: readonly string[],
  renderer: string,
): string {
  const records = new Map(volumes.map((volume) => [volume.month, volume]));
  const ofDays = days.map((day) => {
    const record = records.get(monthOf(day));
    return { day, shown: record?.days[day] ?? null, hidden: record?.hidden[day] ?? [] };
  });
  const feeds = new Set(ofDays.flatMap(({ day, shown }) => feedsOf({ days: { [day]: shown } })));
  return digestOf([renderer, settingsFor(paper, feeds), ofDays]);
}

function settingsFor({ config, siteUrl, sources }: Paper, feeds: ReadonlySet<string>): Settings {
  return {
    siteUrl,
    site: config.site,
    topics: config.topics,
    feeds: config.feeds.filter(({ id }) => feeds.has(id)).map(forPages),
    former: (config.former ?? []).filter(({ id }) => feeds.has(id)).map(({ mute: _, ...shown }) => shown),
    names: [...feeds].sort().map((feed) => sourceName(sources, feed)),
  };
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

function feedsOf({ days }: { days: Record<string, Volume['days'][string] | null> }): string[] {
  return Object.values(days).flatMap((day) => Object.keys(day?.feeds ?? {}));
}

function forPages(feed: FeedConfig): Settings['feeds'][number] {
  const shown: Partial<FeedConfig> = { ...feed, republish: republishOf(feed) };
  for (const setting of pullOnly) delete shown[setting];
  return shown as Settings['feeds'][number];
}
