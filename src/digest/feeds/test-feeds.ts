import { SaxesParser } from 'saxes';
import { readConfig } from '../../config/read.ts';
import type { PlacedItem } from '../../store/stored-item.ts';
import { permalinks } from '../permalink.ts';
import { type CopiesByMonth, shownPictures } from '../shown-pictures.ts';
import type { FeedChannel } from './channel.ts';
import { type FeedEntry, isIssue, itemEntry } from './entry.ts';
import type { EntryContext } from './entry-context.ts';

/** What the tests of this folder are made of. */

export function wireConfig(site = '', more = '') {
  const feeds = `feeds:
  - {id: wire, url: "https://wire.example/feed", title: Harbour Wire}
  - {id: hills, url: "https://hills.example/feed", title: 山里人${more}}`;
  const read = readConfig(
    `site: {title: Paper, timeZone: Asia/Shanghai, language: en${site}}\n${feeds}`,
    'digest.yaml',
  );
  if ('problems' in read) throw new Error(read.problems.map(({ message }) => message).join());
  return read.config;
}

export function testContext(
  config = wireConfig(),
  siteUrl = 'https://name.github.io/paper/',
  copies: CopiesByMonth = new Map(),
): EntryContext {
  return {
    config,
    links: permalinks(siteUrl),
    words: { original: 'Read the original', whole: 'Read all of it', alsoAt: 'Told by others' },
    nameOf: ({ feed }) => config.feeds.find(({ id }) => id === feed)?.title ?? feed,
    rightsOf: () => null,
    pictures: shownPictures(config, siteUrl, copies),
  };
}

export const wireItem: PlacedItem = {
  name: 'wire-0123456789ab',
  day: '2026-11-22',
  title: 'Ferry & rail',
  feed: 'wire',
  id: '00123',
  link: 'https://wire.example/1?a=1&b=2',
  publishedAt: '2026-11-21T22:00:00.000Z',
  firstSeenAt: '2026-11-21T23:00:00.000Z',
  updatedAt: null,
  author: 'A. Pilot & Co',
  language: 'en',
  excerpt: 'Short & to the point.',
  categories: ['Ports'],
  picture: { url: 'https://wire.example/p.jpg?w=1&h=2', width: 640, height: 400, alt: null },
  enclosures: [{ url: 'https://wire.example/e.mp3', type: 'audio/mpeg', length: 1234 }],
  minutes: 1,
  fullText: true,
  signature: '',
  earlierTitles: [],
  removed: [],
};

export const testChannel: FeedChannel = {
  title: 'Paper',
  description: 'One a day',
  link: 'https://name.github.io/paper/',
  self: 'https://name.github.io/paper/rss.xml',
  language: 'en',
  image: 'https://name.github.io/paper/icon-144.png',
  rights: null,
  archive: null,
};

/** The entry of an item that can have one. */
export function testEntry(
  part: Partial<PlacedItem> = {},
  body = '<p>All of it.</p>',
  context = testContext(),
  others: PlacedItem[] = [],
): FeedEntry {
  const entry = itemEntry({ lead: { ...wireItem, ...part }, others }, body, context);
  if (isIssue(entry)) throw new Error(entry.message);
  return entry;
}

export interface FoundElement {
  name: string;
  /** The name of the element around it. */
  parent: string;
  /** Names of the elements before it in that. */
  siblings: string[];
  text: string;
  attributes: Record<string, string>;
}

/** Finds elements by name (`*` for all) in a document, read by a strict parser that throws at the first fault. */
export function strictly(xml: string): (name: string) => FoundElement[] {
  const found: FoundElement[] = [];
  const open: (FoundElement & { children: string[] })[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const pairs = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const around = open.at(-1);
    const siblings = [...(around?.children ?? [])];
    const parent = around?.name ?? '';
    const element = { name, parent, siblings, text: '', attributes: Object.fromEntries(pairs), children: [] };
    around?.children.push(name);
    found.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return (name) => found.filter((element) => name === '*' || element.name === name);
}
