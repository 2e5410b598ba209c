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

/** A published feed in numbers, for reports and the page on the state of the sources. */
export interface CarriedFeed {
  title: string;
  /** Absolute address. */
  address: string;
  entries: number;
  /** When its newest entry appeared or an entry last changed; null for an empty feed. */
  changedAt: string | null;
  /** Sentences about items that were left out. */
  leftOut: string[];
}

/** The feeds of one build: every RSS feed of a paper but its archive. */
export interface PublishedFeeds {
  /** The document at a path, for the one endpoint that writes it. */
  document: (path: string) => Promise<PublishedDocument>;
  /** The numbers of each feed: of everything, editions, topics, sources, then failures. */
  carried: () => Promise<CarriedFeed[]>;
}

/**
 * Makes each document once in a build, whether its endpoint or the page that counts all feeds is rendered first. A
 * document made for counting is kept until its endpoint writes it; after writing, only its counts are kept. So only
 * documents that still have to be written are in memory.
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

/** The function that makes each document, by path, in the order of the reports. */
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
