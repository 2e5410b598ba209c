import type { FeedChannel } from '../../digest/feeds/channel.ts';
import { editionEntry } from '../../digest/feeds/daily.ts';
import type { FeedEntry } from '../../digest/feeds/entry.ts';
import { type FeedLength, feedBudget } from '../../digest/feeds/length.ts';
import { statusEntries } from '../../digest/feeds/status.ts';
import type { Telling } from '../../digest/feeds/telling.ts';
import type { Issue } from '../../issue.ts';
import type { Paper } from '../make-paper.ts';
import { dailyFacts, entryFacts, statusFacts } from './facts.ts';
import { loadEntries, type ReadBody } from './load.ts';
import * as published from './published.ts';
import { sourceTellings, topicTellings } from './tellings.ts';

/** A feed, ready to be written in a format. */
export interface PublishedDocument {
  channel: FeedChannel;
  /** Newest first. */
  entries: FeedEntry[];
  /** Items that had to be left out. */
  issues: Issue[];
}

/** Editions in the feed of editions: a month of days. */
const editionsCarried = 31;

/** Entries in the feed on the state of the sources. */
const turnsCarried = 50;

/** How long the feeds of a paper may be. */
export function lengthOf({ config: { site } }: Paper): FeedLength {
  return { count: site.feedItems, bytes: Math.round(site.feedMegabytes * 1_000_000) };
}

/** The items of one source. */
export function sourceDocument(paper: Paper, feed: string, readBody: ReadBody): Promise<PublishedDocument> {
  const rights = paper.sources.get(feed)?.state?.rights ?? null;
  const channel = published.channelOf(published.ofSource(paper, feed), paper, { rights });
  return itemDocument(channel, sourceTellings(paper, feed), paper, readBody);
}

/** The stories that the sources of one topic tell. */
export function topicDocument(paper: Paper, topic: string, readBody: ReadBody): Promise<PublishedDocument> {
  const channel = published.channelOf(published.ofTopic(paper, topic), paper);
  return itemDocument(channel, topicTellings(paper, topic), paper, readBody);
}

async function itemDocument(
  channel: FeedChannel,
  tellings: readonly Telling[],
  paper: Paper,
  readBody: ReadBody,
): Promise<PublishedDocument> {
  const { entries, issues } = await loadEntries(tellings, entryFacts(paper), readBody, lengthOf(paper));
  return { channel, entries, issues };
}

/** One entry an edition. */
export function dailyDocument(paper: Paper): PublishedDocument {
  const { count, bytes } = lengthOf(paper);
  const fits = feedBudget({ count: Math.min(count, editionsCarried), bytes });
  const facts = dailyFacts(paper);
  const entries: FeedEntry[] = [];
  for (const edition of paper.recent.toReversed()) {
    const entry = editionEntry(edition, facts);
    if (!fits(entry)) break;
    entries.push(entry);
  }
  return { channel: published.channelOf(published.daily(paper), paper), entries, issues: [] };
}

/** One entry for each time that a source stopped answering or came back. */
export function statusDocument(paper: Paper): PublishedDocument {
  const states = [...paper.sources.values()].flatMap(({ state }) => state ?? []);
  const entries = statusEntries(states, statusFacts(paper)).slice(0, turnsCarried);
  return { channel: published.channelOf(published.status(paper), paper), entries, issues: [] };
}
