import Parser from 'rss-parser';
import { HeldTexts } from './parse/held-texts.ts';
import { EMPTY, type RawElement } from './raw-element.ts';
import type { RepairedDocument } from './repair.ts';
import { ELEMENT_NAMES } from './vocabulary.ts';

/** How many entries are parsed at a time. When one of them fails, each is parsed again on its own. */
const BATCH = 100;

/** How many elements of one name are read in an entry; real entries have fewer. */
const MOST_ALIKE = 200;

/** An element as rss-parser returns it with `keepArray`: in the shape of xml2js. */
type Node = string | ({ _?: string; $?: Record<string, string> } & Record<string, unknown>);

const KEPT = ['$', ...ELEMENT_NAMES].map((name) => [name, name, { keepArray: true }] as const);
const parser = new Parser({
  defaultRSS: 2,
  customFields: { feed: KEPT as never, item: KEPT as never },
});

/** One part of a document: the first part is the feed without entries, the others are entries. */
export interface Parsed {
  feed: RawElement | null;
  entries: RawElement[];
  /** Entries that could not be read. */
  failed: number;
}

/**
 * Parses repaired XML with rss-parser, some entries at a time, so that the elements of a long document are never in memory
 * all at once. Removes the entries from `document` as it goes. The names in repaired XML are unknown to rss-parser, so it
 * returns all elements as they are: its own handling of dates, links and snippets, which throws, guesses or takes
 * quadratic time, never runs. An entry that cannot be parsed does not affect the others.
 */
export async function* parse(document: RepairedDocument): AsyncGenerator<Parsed, void> {
  const texts = new HeldTexts();
  const feed = await parseString(texts.takeFrom(document.feed));
  yield { feed: feed ? element(feed, texts) : EMPTY, entries: [], failed: 0 };
  while (document.entries.length > 0) yield await parseBatch(document.entries.splice(0, BATCH));
}

async function parseBatch(given: string[]): Promise<Parsed> {
  const texts = new HeldTexts();
  const batch = given.map((entry) => texts.takeFrom(entry));
  const read = await parseItems(batch, texts);
  if (read.length === batch.length) return { feed: null, entries: read, failed: 0 };
  const alone = (await Promise.all(batch.map((entry) => parseItems([entry], texts)))).flat();
  return { feed: null, entries: alone, failed: batch.length - alone.length };
}

async function parseItems(entries: string[], texts: HeldTexts): Promise<RawElement[]> {
  const channel = await parseString(`<channel>${entries.join('')}</channel>`);
  return ((channel?.['items'] as Node[] | undefined) ?? []).map((item) => element(item, texts));
}

async function parseString(channel: string): Promise<Exclude<Node, string> | null> {
  try {
    return (await parser.parseString(`<rss version="2.0">${channel}</rss>`)) as unknown as Exclude<
      Node,
      string
    >;
  } catch {
    return null;
  }
}

function element(node: Node, texts: HeldTexts): RawElement {
  if (typeof node === 'string') return { text: node, attributes: {}, children: {} };
  const children: Record<string, RawElement[]> = Object.create(null);
  for (const key of Object.keys(node)) {
    const value = node[key];
    if (!Array.isArray(value) || !key.includes(':')) continue;
    children[key] = value.slice(0, MOST_ALIKE).map((child: Node) => element(child, texts));
  }
  const attributes = node.$ ?? {};
  const text = texts.textOf(attributes) ?? (typeof node._ === 'string' ? node._ : '');
  return { text, attributes, children };
}
