import { divideArchive, type FeedArchive } from '../../digest/feeds/archive.ts';
import type { Paper } from '../make-paper.ts';
import { type FeedDocument, lengthOf } from './document.ts';
import { entryFacts, lastingFacts } from './facts.ts';
import { type LoadedEntries, loadEntries, type ReadBody } from './load.ts';
import * as published from './published.ts';
import { paperTellings } from './tellings.ts';

/** The feed of everything with its archive (RFC 5005): the live feed, what is older, the closed months. */

/** What the live feed carries, and how the rest is divided. */
export interface ArchivedFeed extends LoadedEntries, FeedArchive {}

export async function openArchivedFeed(paper: Paper, readBody: ReadBody): Promise<ArchivedFeed> {
  const tellings = paperTellings(paper);
  const live = await loadEntries(tellings, entryFacts(paper), readBody, lengthOf(paper));
  return { ...live, ...divideArchive(tellings, live.names) };
}

/** The live feed, which people subscribe to; `prev-archive` leads to all that it does not carry. */
export function liveDocument(paper: Paper, { entries, issues, older, months }: ArchivedFeed): FeedDocument {
  const { links } = paper;
  const previous = older.length > 0 ? links.absolute(links.olderRss) : newestMonth(months, paper);
  const archive = previous === null ? null : { previous, current: null, closed: false };
  return { channel: published.channelOf(published.everything(paper), paper, { archive }), entries, issues };
}

/** The live feed for JSON Feed, which has no archive. */
export function jsonDocument(paper: Paper, { entries, issues }: ArchivedFeed): FeedDocument {
  return { channel: published.channelOf(published.everythingAsJson(paper), paper), entries, issues };
}

/** What the live feed no longer carries of months that have not closed. */
export async function olderDocument(
  paper: Paper,
  { older, months }: ArchivedFeed,
  readBody: ReadBody,
): Promise<FeedDocument> {
  const { entries, issues } = await loadEntries(older, entryFacts(paper), readBody);
  const archive = { previous: newestMonth(months, paper), current: liveAddress(paper), closed: false };
  return { channel: published.channelOf(published.older(paper), paper, { archive }), entries, issues };
}

/**
 * All of a closed month. It depends on nothing but its items, the configuration and the month before, so it is
 * the same to the byte for good.
 */
export async function monthDocument(
  paper: Paper,
  { months }: ArchivedFeed,
  month: string,
  readBody: ReadBody,
): Promise<FeedDocument> {
  const { entries, issues } = await loadEntries(months.get(month) ?? [], lastingFacts(paper), readBody);
  const before = new Map([...months].filter(([other]) => other < month));
  const archive = { previous: newestMonth(before, paper), current: liveAddress(paper), closed: true };
  return {
    channel: published.channelOf(published.ofMonth(paper, month), paper, { archive }),
    entries,
    issues,
  };
}

function newestMonth(months: FeedArchive['months'], { links }: Paper): string | null {
  const [newest] = months.keys();
  return newest === undefined ? null : links.absolute(links.monthRss(newest));
}

function liveAddress({ links }: Paper): string {
  return links.absolute(links.rss);
}
