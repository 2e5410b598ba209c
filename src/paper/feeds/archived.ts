import { closedMonths, openStories, waitingStories } from '../../digest/feeds/archive.ts';
import type { FeedStory } from '../../digest/feeds/feed-story.ts';
import type { Paper } from '../make-paper.ts';
import { entryContext, lastingContext } from './contexts.ts';
import { lengthOf, type PublishedDocument } from './document.ts';
import { monthStories, paperStories } from './feed-stories.ts';
import { type LoadedEntries, loadEntries, type ReadBody } from './load.ts';
import * as published from './published.ts';

/**
 * The feed of everything with its archive (RFC 5005): the live feed, the older entries of open months, the closed
 * months.
 */

/** The entries of the live feed, and the other stories of open months. */
export interface ArchivedFeed extends LoadedEntries {
  /** Stories of open months that the live feed does not carry; they change every night. */
  older: FeedStory[];
}

export async function openArchivedFeed(paper: Paper, readBody: ReadBody): Promise<ArchivedFeed> {
  const { firstOpen } = paper.reach;
  const feedStories = paperStories(paper);
  const open = openStories(feedStories, firstOpen);
  const live = await loadEntries(open, entryContext(paper), readBody, lengthOf(paper));
  return { ...live, older: waitingStories(feedStories, live.names, firstOpen) };
}

/** The months that have a document of their own, newest first. */
export function archivedMonths({ almanac, reach }: Paper): string[] {
  return closedMonths(almanac, reach.firstOpen);
}

/** The live feed, which people subscribe to; `prev-archive` leads to everything that it does not carry. */
export function liveDocument(paper: Paper, { entries, issues, older }: ArchivedFeed): PublishedDocument {
  const { links } = paper;
  const previous = older.length > 0 ? links.absolute(links.olderRss) : newestArchive(paper);
  const archive = previous === null ? null : { previous, current: null, closed: false };
  return { channel: published.channelOf(published.everything(paper), paper, { archive }), entries, issues };
}

/** The live feed for JSON Feed, which has no archive. */
export function jsonDocument(paper: Paper, { entries, issues }: ArchivedFeed): PublishedDocument {
  return { channel: published.channelOf(published.jsonFeed(paper), paper), entries, issues };
}

/** The document with the stories of open months that the live feed no longer carries. */
export async function olderDocument(
  paper: Paper,
  { older }: ArchivedFeed,
  readBody: ReadBody,
): Promise<PublishedDocument> {
  const { entries, issues } = await loadEntries(older, entryContext(paper), readBody);
  const archive = { previous: newestArchive(paper), current: liveAddress(paper), closed: false };
  return { channel: published.channelOf(published.older(paper), paper, { archive }), entries, issues };
}

/**
 * The document of a closed month. It depends only on its items, the configuration and the month before, so its bytes
 * never change.
 */
export async function monthDocument(
  paper: Paper,
  month: string,
  readBody: ReadBody,
): Promise<PublishedDocument> {
  const feedStories = monthStories(paper, month);
  const { entries, issues } = await loadEntries(feedStories, lastingContext(paper), readBody);
  const archive = { previous: newestArchive(paper, month), current: liveAddress(paper), closed: true };
  return {
    channel: published.channelOf(published.ofMonth(paper, month), paper, { archive }),
    entries,
    issues,
  };
}

/** The document of the newest closed month; of the newest before `month`, if one is given. */
function newestArchive(paper: Paper, month = '~'): string | null {
  const newest = archivedMonths(paper).find((other) => other < month);
  return newest === undefined ? null : paper.links.absolute(paper.links.monthRss(newest));
}

function liveAddress({ links }: Paper): string {
  return links.absolute(links.rss);
}
