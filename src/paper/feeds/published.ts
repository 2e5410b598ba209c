import type { FeedChannel } from '../../digest/feeds/channel.ts';
import type { Paper } from '../make-paper.ts';

/** The feeds that a paper publishes: the title and address of each, and the page that shows the same. */

export interface PublishedFeed {
  title: string;
  description: string;
  /** Paths. */
  page: string;
  self: string;
}

export function everything({ config, links }: Paper): PublishedFeed {
  const { title, tagline } = config.site;
  return { title, description: tagline || title, page: links.home, self: links.rss };
}

export function jsonFeed(paper: Paper): PublishedFeed {
  return { ...everything(paper), self: paper.links.jsonFeed };
}

export function daily({ config, links, texts }: Paper): PublishedFeed {
  return {
    title: `${config.site.title} · ${texts.feeds.daily}`,
    description: texts.feeds.dailyNote,
    page: links.home,
    self: links.daily,
  };
}

export function ofSource({ config, links, sources }: Paper, feed: string): PublishedFeed {
  const title = `${sources.get(feed)?.name ?? feed} · ${config.site.title}`;
  return { title, description: title, page: links.source(feed), self: links.sourceRss(feed) };
}

export function ofTopic({ config, links, topics }: Paper, topic: string): PublishedFeed {
  const title = `${topics.name(topic)} · ${config.site.title}`;
  return { title, description: title, page: links.topic(topic), self: links.topicRss(topic) };
}

export function status({ config, links, texts }: Paper): PublishedFeed {
  return {
    title: `${texts.nav.status} · ${config.site.title}`,
    description: texts.feeds.statusNote,
    page: links.status,
    self: links.statusRss,
  };
}

export function ofMonth({ config, links, dates }: Paper, month: string): PublishedFeed {
  const title = `${config.site.title} · ${dates.month(month)}`;
  return { title, description: title, page: links.month(month), self: links.monthRss(month) };
}

export function older({ config, links, texts }: Paper): PublishedFeed {
  const title = `${config.site.title} · ${texts.feeds.older}`;
  return { title, description: title, page: links.archive, self: links.olderRss };
}

/** For `<link rel="alternate">` on every page: the feeds of the whole paper. */
export function alternates(paper: Paper): { href: string; title: string; type: string }[] {
  const [all, json, byDay] = [everything(paper), jsonFeed(paper), daily(paper)];
  return [
    { href: all.self, title: all.title, type: 'application/rss+xml' },
    { href: json.self, title: `${json.title} (JSON)`, type: 'application/feed+json' },
    { href: byDay.self, title: byDay.title, type: 'application/rss+xml' },
  ];
}

/** A published feed as a channel of its own, or as a document of an archive. */
export function channelOf(
  { title, description, page, self }: PublishedFeed,
  { config, links }: Paper,
  more: Partial<Pick<FeedChannel, 'rights' | 'archive'>> = {},
): FeedChannel {
  return {
    title,
    description,
    link: links.absolute(page),
    self: links.absolute(self),
    language: config.site.language,
    image: links.absolute(links.file('icon-144.png')),
    rights: null,
    archive: null,
    ...more,
  };
}
