import { type Cause, causeOf } from '../digest/cause.ts';
import { dayOf } from '../digest/day.ts';
import { publicAddress } from '../digest/public-address.ts';
import type { StatusGroup } from '../i18n/texts.ts';
import type { FeedState } from '../store/feed-state.ts';
import type { Paper } from './make-paper.ts';
import { type Health, healthOf } from './source-pages.ts';
import type { Source } from './sources.ts';

/**
 * What the page on the state of the sources shows. It does not depend on the clock: ages count from the newest
 * edition.
 */
export interface StatusPage {
  /** Day of the newest edition, null before the first. */
  newest: string | null;
  /** How many of the feeds that are pulled are doing well. */
  well: number;
  pulled: number;
  /** Groups; those without a source are left out. */
  groups: { kind: StatusGroup; sources: SourceStatus[] }[];
  /** Items of the last editions that `mute` and `remove` keep out, and how many editions those are. */
  hidden: { items: number; editions: number };
}

export interface SourceStatus {
  source: Source;
  /** The address of the feed; null when it is private. */
  address: string | null;
  health: Health;
  /** When a pull last read a document that had changed. */
  lastSuccess: Moment | null;
  /** When a pull last stored a new item. */
  lastNew: Moment | null;
  /** The current series of failures; null for a feed that is not pulled. */
  failure: (NonNullable<FeedState['failure']> & { cause: Cause }) | null;
  /**
   * The address that the feed has moved to for good, until the configuration has it; only its host when it is
   * private.
   */
  movedTo: string | null;
  lately: Lately;
}

interface Moment {
  at: string;
  /** How many days before the newest edition, 0 for its day and later. */
  daysBefore: number;
}

/** The number of items of a feed in each of the last editions. */
export interface Lately {
  days: { day: string; items: number }[];
  items: number;
  most: number;
}

/** How many editions the small charts show. */
export const editionsShown = 30;

export function statusPage(paper: Paper): StatusPage {
  const all = [...paper.sources.values()].map((source) => statusOf(source, paper));
  const groups = (['trouble', 'well', 'rest'] as const).map((kind) => ({
    kind,
    sources: all.filter((status) => groupOf(status) === kind),
  }));
  const sizeOf = (wanted: StatusGroup) => groups.find(({ kind }) => kind === wanted)?.sources.length ?? 0;
  return {
    newest: paper.almanac.at(-1)?.day ?? null,
    well: sizeOf('well'),
    pulled: sizeOf('well') + sizeOf('trouble'),
    groups: groups.filter(({ sources }) => sources.length > 0),
    hidden: hiddenLately(paper),
  };
}

function statusOf(source: Source, paper: Paper): SourceStatus {
  const health = healthOf(source);
  const { state, items } = source;
  const failure = state?.failure ?? null;
  const pulled = health !== 'paused' && health !== 'gone';
  const lastNew = state?.lastNewAt ?? items[0]?.firstSeenAt ?? null;
  return {
    source,
    address: publicAddress(source.config?.url ?? null),
    health,
    lastSuccess: momentOf(state?.lastSuccessAt ?? null, paper),
    lastNew: momentOf(lastNew, paper),
    failure: pulled && failure !== null ? { ...failure, cause: causeOf(failure.code) } : null,
    movedTo: pulled && state?.movedTo !== source.config?.url ? shown(state?.movedTo ?? null) : null,
    lately: latelyOf(source, paper),
  };
}

/** An address that is safe to publish: only its host when the rest is private. */
function shown(address: string | null): string | null {
  return publicAddress(address) ?? URL.parse(address ?? '')?.host ?? null;
}

function hiddenLately({ almanac }: Paper): StatusPage['hidden'] {
  const lately = almanac.slice(-editionsShown);
  return { items: lately.reduce((sum, { hidden }) => sum + hidden, 0), editions: lately.length };
}

function groupOf({ health, movedTo }: SourceStatus): StatusGroup {
  if (health === 'paused' || health === 'gone') return 'rest';
  return health === 'failing' || health === 'retired' || movedTo !== null ? 'trouble' : 'well';
}

function momentOf(at: string | null, { almanac, config }: Paper): Moment | null {
  if (at === null) return null;
  const newest = almanac.at(-1)?.day;
  const day = dayOf(at, config.site.timeZone);
  const days = newest === undefined ? 0 : (Date.parse(newest) - Date.parse(day)) / 86_400_000;
  return { at, daysBefore: Math.max(0, days) };
}

function latelyOf({ days }: Source, { almanac }: Paper): Lately {
  const shown = almanac.slice(-editionsShown).map(({ day }) => ({ day, items: days.get(day) ?? 0 }));
  const counts = shown.map(({ items }) => items);
  return { days: shown, items: counts.reduce((sum, count) => sum + count, 0), most: Math.max(0, ...counts) };
}
