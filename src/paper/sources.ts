import type { Config, FeedConfig } from '../config/schema.ts';
import { type Almanac, daysOfFeed } from '../digest/almanac.ts';
import { byTimeThenFeed } from '../digest/edition.ts';
import type { FeedState } from '../store/feed-state.ts';
import type { PlacedItem } from '../store/stored-item.ts';

/** A feed as the pages show it. */
export interface Source {
  id: string;
  name: string;
  /** Its website, when it is known. */
  link: string | null;
  topics: string[];
  /** Null once the feed has left the configuration. */
  config: FeedConfig | null;
  /** Null before its first pull. */
  state: FeedState | null;
  /** The items of the feed that the front reads, newest first. */
  items: PlacedItem[];
  /** Number of its items on each day of the whole paper, oldest first. */
  days: ReadonlyMap<string, number>;
  /** Number of all its items. */
  total: number;
}

/** The name of the feed on the pages. */
export function sourceName(sources: ReadonlyMap<string, Source>, feed: string): string {
  return sources.get(feed)?.name ?? feed;
}

/**
 * Every source of a paper by its id: first the feeds of the configuration, in its order, then feeds that have left it
 * and have items, by id. `items` are those that the front
 * reads. `almanac` counts what went to press, `days` all that is stored.
 */
export function sourcesOf(
  items: readonly PlacedItem[],
  states: readonly FeedState[],
  config: Config,
  { almanac, days }: { almanac: Almanac; days: Almanac },
): Map<string, Source> {
  const stateOf = new Map(states.map((state) => [state.feed, state]));
  const configOf = new Map(config.feeds.map((feed) => [feed.id, feed]));
  const itemsOf = Map.groupBy(items, ({ feed }) => feed);
  const printed = new Set(days.flatMap(({ feeds }) => Object.keys(feeds)));
  const gone = [...printed].filter((id) => !configOf.has(id)).sort();
  return new Map(
    [...configOf.keys(), ...gone].map((id): [string, Source] => {
      const feed = configOf.get(id) ?? null;
      const state = stateOf.get(id) ?? null;
      return [
        id,
        {
          id,
          name: feed?.title ?? state?.title ?? id,
          link: state?.link ?? null,
          topics: feed?.topics ?? [],
          config: feed,
          state,
          items: [...(itemsOf.get(id) ?? [])].sort((a, b) => byTimeThenFeed(a, b, config)),
          days: daysOfFeed(almanac, id),
          total: [...daysOfFeed(days, id).values()].reduce((sum, count) => sum + count, 0),
        },
      ];
    }),
  );
}
