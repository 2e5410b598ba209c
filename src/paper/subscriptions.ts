import { daily, everything, status } from './feeds/published.ts';
import type { Paper } from './make-paper.ts';
import { topicSources } from './source-pages.ts';

/** A feed of the paper as the subscribe page shows it. */
export interface Subscription {
  title: string;
  /** What the feed carries. */
  holds: string;
  /** Path of the page that shows the same. */
  page: string;
  /** Absolute address, for a reader app. */
  address: string;
}

/** Feeds in groups, the most general first. */
export interface Subscriptions {
  whole: Subscription;
  topics: Subscription[];
  sources: Subscription[];
}

export function subscriptions(paper: Paper): Subscriptions {
  const { config, links, texts, list, topics, sources } = paper;
  const { title, feedItems } = config.site;
  return {
    whole: {
      title,
      holds: texts.subscribe.holdsAll(feedItems),
      page: links.home,
      address: links.absolute(links.rss),
    },
    topics: topics.all.map((topic) => ({
      title: topics.name(topic),
      holds: list(topicSources(paper, topic).map(({ name }) => name)),
      page: links.topic(topic),
      address: links.absolute(links.topicRss(topic)),
    })),
    sources: [...sources.values()].map(({ id, name, items }) => ({
      title: name,
      holds: texts.calendar.items(items.length),
      page: links.source(id),
      address: links.absolute(links.sourceRss(id)),
    })),
  };
}

/** The other documents on offer: the same articles in other formats, and lists of many feeds. */
export function otherSubscriptions(paper: Paper): Record<'feeds' | 'lists', Subscription[]> {
  const { links, texts } = paper;
  const offer = (title: string, holds: string, page: string, path: string) => ({
    ...{ title, holds, page, address: links.absolute(path) },
  });
  const { holdsJson, holdsCleaned, holdsOriginals } = texts.subscribe;
  return {
    feeds: [
      offer(daily(paper).title, texts.feeds.dailyNote, links.home, links.daily),
      offer(`${everything(paper).title} (JSON)`, holdsJson, links.home, links.jsonFeed),
      offer(status(paper).title, texts.feeds.statusNote, links.status, links.statusRss),
    ],
    lists: [
      offer(texts.feeds.cleaned, holdsCleaned, links.sources, links.sourcesOpml),
      offer(texts.feeds.originals, holdsOriginals, links.sources, links.opml),
    ],
  };
}

/**
 * Reader apps that subscribe to a feed through a link. Installed apps answer `feed:`; Folo answers `follow:`.
 */
export const readerApps: { name: string | null; open: (address: string) => string }[] = [
  { name: null, open: (address) => `feed:${address}` },
  {
    name: 'Feedly',
    open: (address) => `https://feedly.com/i/subscription/feed/${encodeURIComponent(address)}`,
  },
  {
    name: 'Inoreader',
    open: (address) => `https://www.inoreader.com/?add_feed=${encodeURIComponent(address)}`,
  },
  { name: 'Folo', open: (address) => `follow://add?url=${encodeURIComponent(address)}` },
  { name: 'Feedbin', open: (address) => `https://feedbin.com/?subscribe=${encodeURIComponent(address)}` },
  { name: 'NewsBlur', open: (address) => `https://www.newsblur.com/?url=${encodeURIComponent(address)}` },
  {
    name: 'The Old Reader',
    open: (address) => `https://theoldreader.com/feeds/subscribe?url=${encodeURIComponent(address)}`,
  },
];
