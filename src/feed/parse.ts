import Parser from 'rss-parser';
import { HeldTexts } from './held-texts.ts';
import { EMPTY, type RawDocument, type RawElement } from './raw.ts';
import type { RepairedDocument } from './repair.ts';
import { ELEMENT_NAMES } from './vocabulary.ts';

/** How many entries are parsed at a time: what one failure can cost before they are tried alone. */
const BATCH = 100;

/** How many elements of one name are taken from an entry: no entry has so many. */
const MOST_ALIKE = 200;

/** What rss-parser hands out for a field that it was told to keep as it is: xml2js's own shape. */
type Node = string | ({ _?: string; $?: Record<string, string> } & Record<string, unknown>);

const KEPT = ['$', ...ELEMENT_NAMES].map((name) => [name, name, { keepArray: true }] as const);
const parser = new Parser({
  defaultRSS: 2,
  customFields: { feed: KEPT as never, item: KEPT as never },
});

/**
 * Repaired XML through rss-parser, into elements. Each element has a name that rss-parser does not know, so it hands
 * them over untouched: its own reading of dates, links and snippets (which throws, guesses, or takes quadratic time)
 * never runs. An entry that still fails costs only itself; `failed` counts those.
 */
export async function parse(document: RepairedDocument): Promise<RawDocument & { failed: number }> {
  const texts = new HeldTexts();
  const feed = await parseString(texts.takeFrom(document.feed));
  const entries: RawElement[] = [];
  let failed = 0;
  for (let at = 0; at < document.entries.length; at += BATCH) {
    const batch = document.entries.slice(at, at + BATCH).map((entry) => texts.takeFrom(entry));
    const read = await parseItems(batch, texts);
    if (read.length === batch.length) entries.push(...read);
    else {
      const alone = (await Promise.all(batch.map((entry) => parseItems([entry], texts)))).flat();
      entries.push(...alone);
      failed += batch.length - alone.length;
    }
  }
  return { feed: feed ? element(feed, texts) : EMPTY, entries, failed };
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
