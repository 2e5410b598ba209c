import { compareText } from '../../text/compare.ts';
import { instantOf } from '../instant.ts';
import type { StoryGroup, StoryInput } from './story.ts';

/** What the order of an edition's stories turns on. */
export interface OrderSettings {
  /** Weight of a feed; 1 for one that is not named. */
  weights: ReadonlyMap<string, number>;
  /** How many stories that one feed alone tells stand in the edition; the rest is folded under the source. */
  mostOfFeed: number;
}

export interface OrderedStories {
  /** What matters most first; the members of each led by the feed that weighs most. */
  stories: StoryGroup[];
  /** By feed: the stories that it alone tells and that are too many, in the same order. */
  folded: Map<string, StoryGroup[]>;
}

/**
 * Orders the stories of one edition: told by more feeds first, then by feeds that weigh more, then newer first.
 * A feed that floods the day keeps `mostOfFeed` stories of its own; those that others tell too always stand.
 */
export function orderStories(
  groups: readonly StoryGroup[],
  items: readonly StoryInput[],
  { weights, mostOfFeed }: OrderSettings,
): OrderedStories {
  const byName = new Map(items.map((item) => [item.name, item]));
  const weightOf = (feed: string) => weights.get(feed) ?? 1;
  const feedOf = (name: string) => byName.get(name)?.feed ?? '';
  const ranked = groups.map((group) => {
    const feeds = [...new Set(group.members.map(feedOf))];
    return {
      group: leadByWeight(group, (name) => weightOf(feedOf(name))),
      feeds,
      weight: feeds.reduce((sum, feed) => sum + weightOf(feed), 0),
      newest: group.members
        .map((name) => datedInstant(byName.get(name)))
        .reduce((a, b) => (a > b ? a : b), ''),
    };
  });
  ranked.sort(
    (a, b) =>
      b.feeds.length - a.feeds.length ||
      b.weight - a.weight ||
      compareText(b.newest, a.newest) ||
      compareText(a.group.id, b.group.id),
  );
  const stories: StoryGroup[] = [];
  const alone = new Map<string, StoryGroup[]>();
  for (const { group, feeds } of ranked) {
    const [feed = '', ...others] = feeds;
    const own = alone.get(feed) ?? [];
    if (others.length === 0) alone.set(feed, [...own, group]);
    if (others.length > 0 || own.length < mostOfFeed) stories.push(group);
  }
  const folded = [...alone].map(([feed, own]) => [feed, own.slice(mostOfFeed)] as const);
  return { stories, folded: new Map(folded.filter(([, rest]) => rest.length > 0)) };
}

function leadByWeight(group: StoryGroup, weightOf: (name: string) => number): StoryGroup {
  const heaviestFirst = (names: readonly string[]) => names.toSorted((a, b) => weightOf(b) - weightOf(a));
  return {
    ...group,
    members: heaviestFirst(group.members),
    sameArticle: group.sameArticle.map(heaviestFirst),
  };
}

/** Without a date of its own an item would always be the newest; so it is the oldest. */
function datedInstant(item: StoryInput | undefined): string {
  return item && item.publishedAt !== null ? instantOf(item) : '';
}
