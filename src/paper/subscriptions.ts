import type { Paper } from './make-paper.ts';

/** A feed of the paper as the page of all feeds offers it. */
export interface Subscription {
  title: string;
  /** Whole address, to be put into a reader app. */
  address: string;
}

/** Feeds in groups, the most general first. */
export interface Subscriptions {
  whole: Subscription;
  topics: Subscription[];
  sources: Subscription[];
}

export function subscriptions({ config, links, topics, sources }: Paper): Subscriptions {
  return {
    whole: { title: config.site.title, address: links.absolute(links.rss) },
    topics: topics.all.map((topic) => ({
      title: topics.name(topic),
      address: links.absolute(links.topicRss(topic)),
    })),
    sources: [...sources.values()].map(({ id, name }) => ({
      title: name,
      address: links.absolute(links.sourceRss(id)),
    })),
  };
}

/**
 * Reader apps that take a feed out of a link, with the address of their own pages for it.
 * `feed:` is answered by apps that are installed.
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
  { name: 'NewsBlur', open: (address) => `https://www.newsblur.com/?url=${encodeURIComponent(address)}` },
  {
    name: 'The Old Reader',
    open: (address) => `https://theoldreader.com/feeds/subscribe?url=${encodeURIComponent(address)}`,
  },
];
