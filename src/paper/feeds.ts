import rss from '@astrojs/rss';
import { toJsonFeed } from '../digest/feeds/json-feed.ts';
import { type SubscriptionList, toOpml } from '../digest/feeds/opml.ts';
import { toRssOptions } from '../digest/feeds/rss.ts';
import { readEnvironment } from './environment.ts';
import {
  type ArchivedFeed,
  jsonDocument,
  liveDocument,
  monthDocument,
  olderDocument,
  openArchivedFeed,
} from './feeds/archived.ts';
import { carriedFeeds } from './feeds/carried.ts';
import {
  dailyDocument,
  type FeedDocument,
  sourceDocument,
  statusDocument,
  topicDocument,
} from './feeds/document.ts';
import { cleanedFeeds, originalFeeds } from './feeds/lists.ts';
import { readBody as readBodyIn } from './item-store.ts';
import type { Paper } from './make-paper.ts';

/** What the endpoints of the feeds answer. */

const { content } = readEnvironment();
const readBody = (item: { day: string; name: string }) => readBodyIn(content, item);

const opened = new WeakMap<Paper, Promise<ArchivedFeed>>();

/** The feed of everything, opened once a build. */
function archivedFeed(paper: Paper): Promise<ArchivedFeed> {
  const feed = opened.get(paper) ?? openArchivedFeed(paper, readBody);
  opened.set(paper, feed);
  return feed;
}

/** `/rss.xml`. */
export const everythingFeed = async (paper: Paper) => asRss(liveDocument(paper, await archivedFeed(paper)));

/** `/feed.json`. */
export async function everythingAsJson(paper: Paper): Promise<Response> {
  const { channel, entries } = jsonDocument(paper, await archivedFeed(paper));
  const text = `${JSON.stringify(toJsonFeed(channel, entries), null, 1)}\n`;
  return new Response(text, { headers: { 'Content-Type': 'application/feed+json; charset=utf-8' } });
}

/** `/sources/<feed>/rss.xml`. */
export const sourceFeed = async (paper: Paper, feed: string) =>
  asRss(await sourceDocument(paper, feed, readBody));

/** `/topics/<topic>/rss.xml`. */
export const topicFeed = async (paper: Paper, topic: string) =>
  asRss(await topicDocument(paper, topic, readBody));

/** `/daily.xml`. */
export const dailyFeed = (paper: Paper) => asRss(dailyDocument(paper));

/** `/status.xml`. */
export const statusFeed = (paper: Paper) => asRss(statusDocument(paper));

/** `/2020/11/rss.xml`. */
export const monthFeed = async (paper: Paper, month: string) =>
  asRss(await monthDocument(paper, month, readBody));

export const hasOlder = async (paper: Paper) => (await archivedFeed(paper)).older.length > 0;

/** `/archive/rss.xml`. */
export const olderFeed = async (paper: Paper) =>
  asRss(await olderDocument(paper, await archivedFeed(paper), readBody));

/** How many entries each feed carries, and when it last changed. */
export const feedsCarried = async (paper: Paper) => carriedFeeds(paper, await archivedFeed(paper), readBody);

/** `/opml.xml`: the feeds that the paper reads. */
export const originalsList = (paper: Paper) => asOpml(originalFeeds(paper));

/** `/sources/opml.xml`: the feeds that it makes of them. */
export const sourcesList = (paper: Paper) => asOpml(cleanedFeeds(paper));

function asRss({ channel, entries, issues }: FeedDocument): Promise<Response> {
  for (const { message, hint } of issues) console.warn(`${message}\n    → ${hint}`);
  return rss(toRssOptions(channel, entries));
}

function asOpml(list: SubscriptionList): Response {
  return new Response(toOpml(list), { headers: { 'Content-Type': 'text/x-opml; charset=utf-8' } });
}
