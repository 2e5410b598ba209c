import type { Paper } from '../make-paper.ts';
import { type ArchivedFeed, liveDocument } from './archived.ts';
import {
  dailyDocument,
  type PublishedDocument,
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

/** The feeds of one build: every RSS feed of a paper but its archive. */
export interface PublishedFeeds {
  /** The document at a path, for the one endpoint that writes it. */
  document: (path: string) => Promise<PublishedDocument>;
  /** What each carries: the whole, the editions, the topics, the sources, the troubles. */
  carried: () => Promise<CarriedFeed[]>;
}

/**
 * Makes each document once in a build, whether its own endpoint or the page that counts them all comes first: a
 * document that was made to be counted waits for its endpoint, one that was written leaves its counts behind. So at
 * no time are there more documents in memory than have still to be written.
 */
export function publishedFeeds(
  paper: Paper,
  archived: () => Promise<ArchivedFeed>,
  readBody: ReadBody,
): PublishedFeeds {
  const makers = makersOf(paper, archived, readBody);
  const waiting = new Map<string, Promise<PublishedDocument>>();
  const counted = new Map<string, Promise<CarriedFeed>>();
  const make = (path: string) => {
    const maker = makers.get(path);
    if (maker === undefined) throw new Error(`there is no feed at ${path}`);
    const document = maker();
    counted.set(path, document.then(countsOf));
    return document;
  };
  return {
    document: (path) => {
      const document = waiting.get(path) ?? make(path);
      waiting.delete(path);
      return document;
    },
    carried: async () => {
      const all: CarriedFeed[] = [];
      for (const path of makers.keys()) {
        if (!counted.has(path)) waiting.set(path, make(path));
        const counts = await counted.get(path);
        if (counts) all.push(counts);
      }
      return all;
    },
  };
}

/** How each document is made, by its path, in the order in which they are told of. */
function makersOf(
  paper: Paper,
  archived: () => Promise<ArchivedFeed>,
  readBody: ReadBody,
): Map<string, () => Promise<PublishedDocument>> {
  const { links, topics, sources } = paper;
  return new Map<string, () => Promise<PublishedDocument>>([
    [links.rss, async () => liveDocument(paper, await archived())],
    [links.daily, async () => dailyDocument(paper)],
    ...topics.all.map(
      (topic) => [links.topicRss(topic), () => topicDocument(paper, topic, readBody)] as const,
    ),
    ...[...sources.keys()].map(
      (feed) => [links.sourceRss(feed), () => sourceDocument(paper, feed, readBody)] as const,
    ),
    [links.statusRss, async () => statusDocument(paper)],
  ]);
}

function countsOf({ channel, entries, issues }: PublishedDocument): CarriedFeed {
  const instants = entries.flatMap(({ publishedAt, updatedAt }) => [publishedAt, updatedAt ?? publishedAt]);
  return {
    title: channel.title,
    address: channel.self,
    entries: entries.length,
    changedAt: instants.sort().at(-1) ?? null,
    leftOut: issues.map(({ message }) => message),
  };
}
