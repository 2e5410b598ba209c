import type { FeedChannel } from '../../digest/feeds/channel.ts';
import { editionEntry } from '../../digest/feeds/daily.ts';
import type { FeedEntry } from '../../digest/feeds/entry.ts';
import type { FeedStory } from '../../digest/feeds/feed-story.ts';
import { lastNightAfter } from '../../digest/feeds/last-night.ts';
import { type FeedLength, feedBudget } from '../../digest/feeds/length.ts';
import { statusEntries } from '../../digest/feeds/status.ts';
import type { Issue } from '../../issue.ts';
import { type Paper, readingOrder } from '../make-paper.ts';
import { dailyContext, entryContext, statusContext } from './contexts.ts';
import { sourceStories, topicStories } from './feed-stories.ts';
import { loadEntries, type ReadBody } from './load.ts';
import * as published from './published.ts';

/** A feed, ready to be written as RSS or JSON Feed. */
export interface PublishedDocument {
  channel: FeedChannel;
  /** Newest first. */
  entries: FeedEntry[];
  /** Items that had to be left out. */
  issues: Issue[];
}

/** Number of editions in the feed of editions: about a month. */
const editionsCarried = 31;

/** Number of entries in the feed on the state of the sources. */
const turnsCarried = 50;

/** The largest size of the feeds of a paper; each holds the whole last night as far as it has room. */
export function lengthOf({ config: { site }, recent, waiting }: Paper): FeedLength {
  const items = [...recent, ...waiting].flatMap(readingOrder);
  return {
    count: site.feedItems,
    wholeAfter: lastNightAfter(items),
    bytes: Math.round(site.feedMegabytes * 1_000_000),
  };
}

/** The items of one source. */
export function sourceDocument(paper: Paper, feed: string, readBody: ReadBody): Promise<PublishedDocument> {
  const rights = paper.sources.get(feed)?.state?.rights ?? null;
  const channel = published.channelOf(published.ofSource(paper, feed), paper, { rights });
  return itemDocument(channel, sourceStories(paper, feed), paper, readBody);
}

/** The stories of the sources of one topic. */
export function topicDocument(paper: Paper, topic: string, readBody: ReadBody): Promise<PublishedDocument> {
  const channel = published.channelOf(published.ofTopic(paper, topic), paper);
  return itemDocument(channel, topicStories(paper, topic), paper, readBody);
}

async function itemDocument(
  channel: FeedChannel,
  feedStories: readonly FeedStory[],
  paper: Paper,
  readBody: ReadBody,
): Promise<PublishedDocument> {
  const { entries, issues } = await loadEntries(feedStories, entryContext(paper), readBody, lengthOf(paper));
  return { channel, entries, issues };
}

/** The feed of editions: one entry for each. */
export function dailyDocument(paper: Paper): PublishedDocument {
  const { count, bytes } = lengthOf(paper);
  const fits = feedBudget({ count: Math.min(count, editionsCarried), bytes });
  const context = dailyContext(paper);
  const entries: FeedEntry[] = [];
  for (const edition of paper.recent.toReversed()) {
    const entry = editionEntry(edition, context);
    if (!fits(entry)) break;
    entries.push(entry);
  }
  return { channel: published.channelOf(published.daily(paper), paper), entries, issues: [] };
}

/** One entry for each time that a source stopped answering or came back. */
export function statusDocument(paper: Paper): PublishedDocument {
  const states = [...paper.sources.values()].flatMap(({ state }) => state ?? []);
  const entries = statusEntries(states, statusContext(paper)).slice(0, turnsCarried);
  return { channel: published.channelOf(published.status(paper), paper), entries, issues: [] };
}
