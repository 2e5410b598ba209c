import type { Config } from '../config/schema.ts';
import { type Almanac, almanacOf, splitAtPress } from '../digest/almanac.ts';
import { monthOf, shiftMonth } from '../digest/day.ts';
import { type Edition, editionsOf, type Story } from '../digest/edition.ts';
import { withFormerFeeds } from '../digest/former-feeds.ts';
import { type FrontReach, frontReach } from '../digest/front-reach.ts';
import { type Permalinks, permalinks } from '../digest/permalink.ts';
import { pressSchedule } from '../digest/press.ts';
import { type CopiesByMonth, type ShownPictures, shownPictures } from '../digest/shown-pictures.ts';
import { countVolumes, shownItems, type Volume } from '../digest/volume.ts';
import { type Dates, dates } from '../i18n/dates.ts';
import { textsOf } from '../i18n/languages.ts';
import type { Texts } from '../i18n/texts.ts';
import type { FeedState } from '../store/feed-state.ts';
import type { MovedItems } from '../store/moved-items.ts';
import type { PressRecord } from '../store/press-record.ts';
import type { PlacedItem } from '../store/stored-item.ts';
import { topicsOf } from './edition-layout.ts';
import { type Source, sourcesOf } from './sources.ts';

/** All that the pages need of a paper. */
export interface Paper {
  /** With the feeds that have left it. */
  config: Config;
  siteUrl: string;
  links: Permalinks;
  texts: Texts;
  dates: Dates;
  /** Joins names into a list: `甲、乙和丙`. */
  list: (names: string[]) => string;
  topics: ReturnType<typeof topicsOf>;
  pictures: ShownPictures;
  /** The counts of every edition that went to press. */
  almanac: Almanac;
  /** Those, and the counts of the days whose articles wait for their press. */
  days: Almanac;
  /** The part of the paper that the front reads. */
  reach: FrontReach;
  /**
   * The open editions that went to press, oldest first: those of the months that are built, and those that the front
   * reads. An edition is open when its items were read.
   */
  editions: Edition[];
  /** The open editions that the front reads. */
  recent: Edition[];
  /** What is gathered for the next press; no edition yet. Nearly always one, or none. */
  waiting: Edition[];
  /** Items whose old addresses lead to others. */
  moved: MovedItems;
  /** The edition and place of each item of an open edition, and of what waits, by its name. */
  places: Map<string, ItemPlace>;
  /** First the feeds of the configuration, in its order, then feeds that have left it, by id. */
  sources: Map<string, Source>;
}

interface ItemPlace {
  item: PlacedItem;
  edition: Edition;
  story: Story;
}

/**
 * Makes a paper from stored items. `volumes` count everything in the store; `stored` must contain at least the items
 * that `neededItems` names. Without `volumes`, `stored` is everything there is.
 */
export function makePaper(
  stored: readonly PlacedItem[],
  states: readonly FeedState[],
  settings: Config,
  siteUrl: string,
  volumes?: readonly Volume[],
  copies: CopiesByMonth = new Map(),
  press: PressRecord | null = null,
  moved: MovedItems = {},
): Paper {
  const config = withFormerFeeds(settings, states);
  const days = almanacOf(volumes ?? countVolumes(stored, config));
  const { printed: almanac, waiting } = splitAtPress(days, press);
  const reach = frontReach(almanac, config.site.feedItems);
  const texts = textsOf(config.site.language);
  const items = shownItems(stored, config);
  const opened = openEditions(items, config, days);
  const [editions, gathered] = partition(opened, ({ day }) => !waiting.some((count) => count.day === day));
  return {
    config,
    siteUrl,
    links: permalinks(siteUrl, pagesFrom(days, config)),
    texts,
    dates: dates(texts, pressSchedule(config)),
    list: (names) => new Intl.ListFormat(texts.locale).format(names),
    topics: topicsOf(config),
    almanac,
    days,
    reach,
    pictures: shownPictures(config, siteUrl, copies),
    editions,
    recent: editions.filter(({ day }) => day >= reach.from),
    waiting: gathered,
    moved,
    places: placesOf(opened),
    sources: sourcesOf(items.filter(inFront(reach)), states, config, { almanac, days }),
  };
}

/** The first month whose articles have pages; '' when all of them have. */
function pagesFrom(almanac: Almanac, { site: { retention } }: Config): string {
  const latest = almanac.at(-1)?.day;
  return retention === undefined || latest === undefined ? '' : shiftMonth(monthOf(latest), 1 - retention);
}

function partition<T>(all: readonly T[], belongs: (one: T) => boolean): [T[], T[]] {
  return [all.filter(belongs), all.filter((one) => !belongs(one))];
}

/** The open editions; a day of which only some feeds were read is not open. */
function openEditions(items: readonly PlacedItem[], config: Config, days: Almanac): Edition[] {
  const byDay = Map.groupBy(items, ({ day }) => day);
  const whole = days.filter(({ day, items: count }) => byDay.get(day)?.length === count);
  const numbers = new Map(whole.map(({ day, number }) => [day, number]));
  return editionsOf(
    items.filter(({ day }) => numbers.has(day)),
    config,
    numbers,
  );
}

/** Whether the front reads an item. */
function inFront({ from, earlier }: FrontReach) {
  const ofFeed = new Map([...earlier].map(([feed, days]) => [feed, new Set(days)]));
  return ({ day, feed }: PlacedItem): boolean => day >= from || (ofFeed.get(feed)?.has(day) ?? false);
}

/** The items of an edition in reading order. */
export function readingOrder(edition: Edition): PlacedItem[] {
  return edition.stories.flatMap(({ lead, others }) => [lead, ...others]);
}

function placesOf(editions: readonly Edition[]): Map<string, ItemPlace> {
  const places = new Map<string, ItemPlace>();
  for (const edition of editions)
    for (const story of edition.stories)
      for (const item of [story.lead, ...story.others]) places.set(item.name, { item, edition, story });
  return places;
}
