import rss from '@astrojs/rss';
import { toJsonFeed } from '../digest/feeds/json-feed.ts';
import { type SubscriptionList, toOpml } from '../digest/feeds/opml.ts';
import { toRssOptions } from '../digest/feeds/rss.ts';
import { readEnvironment } from './environment.ts';
import {
  type ArchivedFeed,
  jsonDocument,
  monthDocument,
  olderDocument,
  openArchivedFeed,
} from './feeds/archived.ts';
import type { PublishedDocument } from './feeds/document.ts';
import { type PublishedFeeds, publishedFeeds } from './feeds/documents.ts';
import { cleanedFeeds, originalFeeds } from './feeds/lists.ts';
import type { Paper } from './make-paper.ts';
import { readBody as readBodyIn } from './read-content.ts';

/** The responses of the feed endpoints. */

const { content } = readEnvironment();
const readBody = (item: { day: string; name: string }) => readBodyIn(content, item);

const opened = new WeakMap<Paper, Promise<ArchivedFeed>>();
const published = new WeakMap<Paper, PublishedFeeds>();

/** The feed of everything, opened once a build. */
function archivedFeed(paper: Paper): Promise<ArchivedFeed> {
  const feed = opened.get(paper) ?? openArchivedFeed(paper, readBody);
  opened.set(paper, feed);
  return feed;
}

/** The RSS feeds; each is made once a build. */
function feedsOf(paper: Paper): PublishedFeeds {
  const feeds = published.get(paper) ?? publishedFeeds(paper, () => archivedFeed(paper), readBody);
  published.set(paper, feeds);
  return feeds;
}

const rssAt = async (paper: Paper, path: string) => asRss(await feedsOf(paper).document(path));

/** `/rss.xml`. */
export const everythingFeed = (paper: Paper) => rssAt(paper, paper.links.rss);

/** `/feed.json`. */
export async function everythingAsJson(paper: Paper): Promise<Response> {
  const { channel, entries } = jsonDocument(paper, await archivedFeed(paper));
  const text = `${JSON.stringify(toJsonFeed(channel, entries), null, 1)}\n`;
  return new Response(text, { headers: { 'Content-Type': 'application/feed+json; charset=utf-8' } });
}

/** `/sources/<feed>/rss.xml`. */
export const sourceFeed = (paper: Paper, feed: string) => rssAt(paper, paper.links.sourceRss(feed));

/** `/topics/<topic>/rss.xml`. */
export const topicFeed = (paper: Paper, topic: string) => rssAt(paper, paper.links.topicRss(topic));

/** `/daily.xml`. */
export const dailyFeed = (paper: Paper) => rssAt(paper, paper.links.daily);

/** `/status.xml`. */
export const statusFeed = (paper: Paper) => rssAt(paper, paper.links.statusRss);

/** `/2020/11/rss.xml`. */
export const monthFeed = async (paper: Paper, month: string) =>
  asRss(await monthDocument(paper, month, readBody));

export const hasOlder = async (paper: Paper) => (await archivedFeed(paper)).older.length > 0;

/** `/archive/rss.xml`. */
export const olderFeed = async (paper: Paper) =>
  asRss(await olderDocument(paper, await archivedFeed(paper), readBody));

/** How many entries each feed carries, and when it last changed. */
export const feedsCarried = (paper: Paper) => feedsOf(paper).carried();

/** `/opml.xml`: the feeds that the paper reads. */
export const originalsList = (paper: Paper) => asOpml(originalFeeds(paper));

/** `/sources/opml.xml`: the feeds that it makes of them. */
export const sourcesList = (paper: Paper) => asOpml(cleanedFeeds(paper));

function asRss({ channel, entries, issues }: PublishedDocument): Promise<Response> {
  for (const { message, hint } of issues) console.warn(`${message}\n    → ${hint}`);
  return rss(toRssOptions(channel, entries));
}

function asOpml(list: SubscriptionList): Response {
  return new Response(toOpml(list), { headers: { 'Content-Type': 'text/x-opml; charset=utf-8' } });
}
