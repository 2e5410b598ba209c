import type { Config } from '../config/schema.ts';
import type { PlacedItem } from '../store/stored-item.ts';
import { compareText } from '../text/compare.ts';
import { instantOf } from './instant.ts';
import { readMutes } from './mute.ts';
import { groupStories } from './stories/group.ts';
import { orderStories } from './stories/order.ts';
import type { StoryGroup } from './stories/story.ts';

/** Items about one event: the one to show first, then the others. */
export interface Story {
  /** Name of the item that was seen first: stable while others join. */
  id: string;
  lead: PlacedItem;
  others: PlacedItem[];
  /** Number of distinct feeds that tell it. */
  sources: number;
  /** Id of the story of the day before that this one continues, else null. */
  continues: string | null;
  /** Sets of items that carry the same article, by name; the item to show comes first in each. */
  sameArticle: string[][];
  /** Whether the story is folded under its source, which has too many stories in the edition, or has issued it again. */
  folded: boolean;
}

/** One day of the paper. */
export interface Edition {
  day: string;
  /** 1 for the first edition of the paper. */
  number: number;
  /** The most important first; folded stories last. */
  stories: Story[];
  items: number;
  sources: number;
  /** Reading time of everything in it. */
  minutes: number;
}

/**
 * The editions of a paper, oldest first; days without items have none. Muted items are in no edition. A story
 * can continue one of the day before only if the items of that day are given too. `numbers` holds the number of each
 * edition where the given days are not the first of the paper.
 */
export function editionsOf(
  items: readonly PlacedItem[],
  config: Config,
  numbers?: ReadonlyMap<string, number>,
): Edition[] {
  const shown = unmuted(items, config);
  const groups = Map.groupBy(groupStories(shown), ({ day }) => day);
  const byDay = Map.groupBy(shown, ({ day }) => day);
  return [...byDay.keys()].sort().map((day, index) => {
    const ofDay = byDay.get(day) ?? [];
    const number = numbers?.get(day) ?? index + 1;
    return { ...editionOf(day, ofDay, groups.get(day) ?? [], config), number };
  });
}

/** The items that no mute rule of the paper or of their feed takes out of it. */
export function unmuted(items: readonly PlacedItem[], config: Config): PlacedItem[] {
  const mutedBy = readMutes(config);
  return items.filter((item) => mutedBy(item) === null);
}

function editionOf(
  day: string,
  items: readonly PlacedItem[],
  groups: readonly StoryGroup[],
  config: Config,
): Omit<Edition, 'number'> {
  const byName = new Map(items.map((item) => [item.name, item]));
  const weights = new Map(config.feeds.map(({ id, weight }) => [id, weight]));
  // What the edition of the day before has already stands in this one, but not in front again.
  const [again = [], fresh = []] = [true, false].map((reissued) =>
    groups.filter((each) => each.reissued === reissued),
  );
  const { stories, folded } = orderStories(fresh, items, { weights, mostOfFeed: config.site.mostOfFeed });
  const tell = (isFolded: boolean) => (group: StoryGroup) => storyOf(group, byName, isFolded);
  return {
    day,
    stories: [...stories.map(tell(false)), ...[...folded.values(), again].flat().map(tell(true))],
    items: items.length,
    sources: new Set(items.map((item) => item.feed)).size,
    minutes: items.reduce((sum, item) => sum + item.minutes, 0),
  };
}

function storyOf(group: StoryGroup, byName: ReadonlyMap<string, PlacedItem>, folded: boolean): Story {
  const [lead, ...others] = group.members.flatMap((name) => byName.get(name) ?? []);
  if (!lead) throw new Error(`the story ${group.id} has no item`);
  const sources = new Set([lead, ...others].map(({ feed }) => feed)).size;
  const { id, continues, sameArticle } = group;
  return { id, lead, others, sources, continues, sameArticle, folded };
}

/** Newest first; items of the same instant follow the order of the configuration, then their names. */
export function byTimeThenFeed(a: PlacedItem, b: PlacedItem, config: Config): number {
  const rank = (item: PlacedItem) => ranksOf(config).get(item.feed) ?? -1;
  return compareText(instantOf(b), instantOf(a)) || rank(a) - rank(b) || compareText(a.name, b.name);
}

/** A cache: a configuration never changes once it is read. */
const ranks = new WeakMap<Config, Map<string, number>>();

/** Place of each feed in the configuration, looked up once a configuration. */
function ranksOf(config: Config): Map<string, number> {
  const known = ranks.get(config) ?? new Map(config.feeds.map(({ id }, index) => [id, index]));
  ranks.set(config, known);
  return known;
}
