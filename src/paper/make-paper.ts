import type { Config, FeedConfig } from '../config.ts';
import { byTimeThenFeed, type Edition, editionsOf, type Story, unmuted } from '../digest/edition.ts';
import type { FeedState } from '../digest/feed-state.ts';
import { type Permalinks, permalinks } from '../digest/permalink.ts';
import { withoutRemoved } from '../digest/removed-items.ts';
import type { PlacedItem } from '../digest/stored-item.ts';
import { type Dates, dates } from '../i18n/dates.ts';
import { type Texts, textsOf } from '../i18n/texts.ts';
import { topicsOf } from './layout.ts';

/** A whole paper, ready to be asked. */
export interface Paper {
  config: Config;
  siteUrl: string;
  links: Permalinks;
  texts: Texts;
  dates: Dates;
  /** Names in a row: `甲、乙和丙`. */
  list: (names: string[]) => string;
  topics: ReturnType<typeof topicsOf>;
  /** Oldest first. */
  editions: Edition[];
  /** Where each item stands, by its name. */
  places: Map<string, Place>;
  /** In the order of the configuration, then feeds that are no longer in it, by id. */
  sources: Map<string, Source>;
}

export interface Place {
  item: PlacedItem;
  edition: Edition;
  story: Story;
}

/** A feed as readers meet it. */
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
  /** Newest first. */
  items: PlacedItem[];
}

export function makePaper(
  stored: readonly PlacedItem[],
  states: readonly FeedState[],
  config: Config,
  siteUrl: string,
): Paper {
  const items = unmuted(withoutRemoved(stored, config), config);
  const texts = textsOf(config.site.language);
  const topics = topicsOf(config);
  const editions = editionsOf(items, config);
  return {
    config,
    siteUrl,
    links: permalinks(siteUrl),
    texts,
    dates: dates(texts.locale, config.site.timeZone),
    list: (names) => new Intl.ListFormat(texts.locale).format(names),
    topics,
    editions,
    places: placesOf(editions),
    sources: sourcesOf(items, states, config),
  };
}

/** What other pages call the feed. */
export function sourceName(sources: Paper['sources'], feed: string): string {
  return sources.get(feed)?.name ?? feed;
}

/** The items of an edition in the order they are read. */
export function readingOrder(edition: Edition): PlacedItem[] {
  return edition.stories.flatMap(({ lead, others }) => [lead, ...others]);
}

function placesOf(editions: readonly Edition[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const edition of editions)
    for (const story of edition.stories)
      for (const item of [story.lead, ...story.others]) places.set(item.name, { item, edition, story });
  return places;
}

function sourcesOf(
  items: readonly PlacedItem[],
  states: readonly FeedState[],
  config: Config,
): Map<string, Source> {
  const stateOf = new Map(states.map((state) => [state.feed, state]));
  const configOf = new Map(config.feeds.map((feed) => [feed.id, feed]));
  const itemsOf = Map.groupBy(items, ({ feed }) => feed);
  const gone = [...itemsOf.keys()].filter((id) => !configOf.has(id)).sort();
  return new Map(
    [...configOf.keys(), ...gone].map((id): [string, Source] => {
      const feed = configOf.get(id) ?? null;
      const state = stateOf.get(id) ?? null;
      const name = feed?.title ?? state?.title ?? id;
      const newestFirst = [...(itemsOf.get(id) ?? [])].sort((a, b) => byTimeThenFeed(a, b, config));
      return [
        id,
        {
          id,
          name,
          link: state?.link ?? null,
          topics: feed?.topics ?? [],
          config: feed,
          state,
          items: newestFirst,
        },
      ];
    }),
  );
}
