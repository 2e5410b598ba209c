import { closedMonths, openTellings, waitingTellings } from '../../digest/feeds/archive.ts';
import type { Telling } from '../../digest/feeds/telling.ts';
import type { Paper } from '../make-paper.ts';
import { lengthOf, type PublishedDocument } from './document.ts';
import { entryFacts, lastingFacts } from './facts.ts';
import { type LoadedEntries, loadEntries, type ReadBody } from './load.ts';
import * as published from './published.ts';
import { monthTellings, paperTellings } from './tellings.ts';

/** The feed of everything with its archive (RFC 5005): the live feed, what is older, the closed months. */

/** What the live feed carries, and what else there is of the months that it fills. */
export interface ArchivedFeed extends LoadedEntries {
  /** What stands between the live feed and the closed months; changes every night. */
  older: Telling[];
}

export async function openArchivedFeed(paper: Paper, readBody: ReadBody): Promise<ArchivedFeed> {
  const { firstOpen } = paper.reach;
  const tellings = paperTellings(paper);
  const open = openTellings(tellings, firstOpen);
  const live = await loadEntries(open, entryFacts(paper), readBody, lengthOf(paper));
  return { ...live, older: waitingTellings(tellings, live.names, firstOpen) };
}

/** The months that have a document of their own, newest first. */
export function archivedMonths({ almanac, reach }: Paper): string[] {
  return closedMonths(almanac, reach.firstOpen);
}

/** The live feed, which people subscribe to; `prev-archive` leads to all that it does not carry. */
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

/** What the live feed no longer carries of months that have not closed. */
export async function olderDocument(
  paper: Paper,
  { older }: ArchivedFeed,
  readBody: ReadBody,
): Promise<PublishedDocument> {
  const { entries, issues } = await loadEntries(older, entryFacts(paper), readBody);
  const archive = { previous: newestArchive(paper), current: liveAddress(paper), closed: false };
  return { channel: published.channelOf(published.older(paper), paper, { archive }), entries, issues };
}

/**
 * All of a closed month. It depends on nothing but its items, the configuration and the month before, so it is
 * the same to the byte for good.
 */
export async function monthDocument(
  paper: Paper,
  month: string,
  readBody: ReadBody,
): Promise<PublishedDocument> {
  const tellings = monthTellings(paper, month);
  const { entries, issues } = await loadEntries(tellings, lastingFacts(paper), readBody);
  const archive = { previous: newestArchive(paper, month), current: liveAddress(paper), closed: true };
  return {
    channel: published.channelOf(published.ofMonth(paper, month), paper, { archive }),
    entries,
    issues,
  };
}

/** The document of the newest closed month, of those before `month` if one is given. */
function newestArchive(paper: Paper, month = '~'): string | null {
  const newest = archivedMonths(paper).find((other) => other < month);
  return newest === undefined ? null : paper.links.absolute(paper.links.monthRss(newest));
}

function liveAddress({ links }: Paper): string {
  return links.absolute(links.rss);
}
