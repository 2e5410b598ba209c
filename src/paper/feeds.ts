import rss from '@astrojs/rss';
import { type FeedNames, planFeed } from '../digest/feeds/channels.ts';
import { toRssOptions } from '../digest/feeds/rss.ts';
import type { PlacedItem } from '../digest/stored-item.ts';
import { readEnvironment } from './environment.ts';
import { readBody } from './item-store.ts';
import { type Paper, sourceName } from './make-paper.ts';
import { topicItems } from './source-pages.ts';

/** `/rss.xml`: everything. */
export function paperFeed(paper: Paper): Promise<Response> {
  const { links, places } = paper;
  const { title, tagline } = paper.config.site;
  const items = [...places.values()].map(({ item }) => item);
  return rssResponse(
    { title, description: tagline || title, page: links.home, self: links.rss },
    items,
    paper,
  );
}

/** `/sources/<feed>/rss.xml`. */
export function sourceFeed(paper: Paper, feed: string): Promise<Response> {
  const { links, sources } = paper;
  const title = `${sourceName(sources, feed)} · ${paper.config.site.title}`;
  const names = { title, description: title, page: links.source(feed), self: links.sourceRss(feed) };
  return rssResponse(names, sources.get(feed)?.items ?? [], paper);
}

/** `/topics/<topic>/rss.xml`. */
export function topicFeed(paper: Paper, topic: string): Promise<Response> {
  const { links, topics } = paper;
  const title = `${topics.name(topic)} · ${paper.config.site.title}`;
  const names = { title, description: title, page: links.topic(topic), self: links.topicRss(topic) };
  return rssResponse(names, topicItems(paper, topic), paper);
}

const { content } = readEnvironment();

/** Each item with its whole body as it is stored, where every address is absolute. */
async function rssResponse(names: FeedNames, items: readonly PlacedItem[], paper: Paper): Promise<Response> {
  const { config, links } = paper;
  const plan = planFeed(names, items, config, links);
  const entries = await Promise.all(
    plan.items.map(async (item) => ({ item, body: await readBody(content, item) })),
  );
  return rss(toRssOptions(plan.channel, entries, config, links));
}
