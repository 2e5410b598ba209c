import type { Paper } from '../make-paper.ts';
import { type ArchivedFeed, liveDocument } from './archived.ts';
import {
  dailyDocument,
  type FeedDocument,
  sourceDocument,
  statusDocument,
  topicDocument,
} from './document.ts';
import type { ReadBody } from './load.ts';

/** What a published feed carries, for reports and the page on the state of the sources. */
export interface CarriedFeed {
  title: string;
  /** Absolute address. */
  address: string;
  entries: number;
  /** When its newest entry appeared or an entry was changed; null for an empty feed. */
  changedAt: string | null;
  /** Items that had to be left out, in plain words. */
  leftOut: string[];
}

/** Every RSS feed of a paper: the whole, the editions, the topics, the sources, the troubles. */
export async function carriedFeeds(
  paper: Paper,
  archived: ArchivedFeed,
  readBody: ReadBody,
): Promise<CarriedFeed[]> {
  const documents = [liveDocument(paper, archived), dailyDocument(paper)];
  for (const topic of paper.topics.all) documents.push(await topicDocument(paper, topic, readBody));
  for (const feed of paper.sources.keys()) documents.push(await sourceDocument(paper, feed, readBody));
  return [...documents, statusDocument(paper)].map(carried);
}

function carried({ channel, entries, issues }: FeedDocument): CarriedFeed {
  const instants = entries.flatMap(({ publishedAt, updatedAt }) => [publishedAt, updatedAt ?? publishedAt]);
  return {
    title: channel.title,
    address: channel.self,
    entries: entries.length,
    changedAt: instants.sort().at(-1) ?? null,
    leftOut: issues.map(({ message }) => message),
  };
}
