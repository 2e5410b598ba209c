import type { Issue } from '../issue.ts';
import { UNHARMED } from './damage.ts';
import { decode } from './decode.ts';
import { discoverFeeds } from './discover.ts';
import type { DocumentForm, DocumentOrigin, FeedDocument } from './item.ts';
import { readJsonFeed } from './json-feed.ts';
import { mendLetters } from './letters.ts';
import { type Normalised, Normaliser, normalise } from './normalise.ts';
import { type Parsed, parse } from './parse.ts';
import { type DocumentProblemCode, damageIssues, pageProblem, problem, undecodable } from './problems.ts';
import { readProlog } from './prolog.ts';
import { EMPTY } from './raw-element.ts';
import { repair } from './repair.ts';

/**
 * Reads the bytes of one document as a feed: decode → repair → parse → normalise. Never throws: problems are in
 * `issues`. A document that is not a feed has no items, and its first issue says what it is instead.
 */
export async function readDocument(bytes: Uint8Array, origin: DocumentOrigin): Promise<FeedDocument> {
  const decoded = decode(bytes, origin.contentType);
  const text = mendLetters(decoded.text).trim();
  const read = await readText(text, origin).catch(() => nothing(origin, problem(origin.feed, 'unreadable')));
  const { encoding, source, damaged } = decoded;
  const isFeed = read.format !== null;
  return {
    feed: read.feed,
    items: read.items,
    issues: [...(damaged && isFeed ? [undecodable(origin.feed, encoding)] : []), ...read.issues],
    feedLinks: read.feedLinks ?? [],
    reading: { encoding, encodingFrom: source, format: read.format },
  };
}

/** A decoded document, read. */
interface ReadText extends Pick<FeedDocument, 'feed' | 'items' | 'issues'> {
  format: DocumentForm['format'];
  feedLinks?: string[];
}

async function readText(text: string, origin: DocumentOrigin): Promise<ReadText> {
  if (text === '') return nothing(origin, problem(origin.feed, 'empty'));
  if (/^[{[]/.test(text)) return readJson(text, origin);
  if (!isWebPage(text)) return readXml(text, origin);
  const feedLinks = discoverFeeds(text, origin.base).filter(origin.mayAsk ?? (() => true));
  return { ...nothing(origin, pageProblem(origin.feed, feedLinks)), feedLinks };
}

/** Whether a text is a web page: an element of HTML comes before any of a feed, or none comes after the doctype of HTML. */
function isWebPage(text: string): boolean {
  const { root, doctype } = readProlog(text);
  if (root !== null || doctype === null) return root === 'page';
  return /^<!doctype\s+html/i.test(text.slice(doctype.start, doctype.end));
}

async function readXml(text: string, origin: DocumentOrigin): Promise<ReadText> {
  const repaired = repair(text, origin.base);
  if (repaired.format === null) return nothing(origin, problem(origin.feed, kindOf(text)));
  const { feed, items, failed } = await normaliseParts(parse(repaired), origin);
  const issues = damageIssues(origin.feed, repaired.damage, failed, items.length);
  return { feed, items, issues, format: repaired.format };
}

/** Normalises entries as they are parsed: the elements of a long document are never in memory all at once. */
async function normaliseParts(parts: AsyncIterable<Parsed>, origin: DocumentOrigin): Promise<Normalised> {
  let normaliser: Normaliser | null = null;
  let failed = 0;
  for await (const part of parts) {
    normaliser ??= new Normaliser(part.feed ?? EMPTY, origin);
    normaliser.add(part.entries);
    failed += part.failed;
  }
  const all = (normaliser ?? new Normaliser(EMPTY, origin)).finish();
  return { ...all, failed: all.failed + failed };
}

function readJson(text: string, origin: DocumentOrigin): ReadText {
  const json = readJsonFeed(text);
  if (json === null) return nothing(origin, problem(origin.feed, 'json-instead-of-feed'));
  const { feed, items, failed } = normalise(json.document, origin);
  const damage = { ...UNHARMED, cut: json.damaged && json.lost === 0 };
  return {
    feed,
    items,
    issues: damageIssues(origin.feed, damage, json.lost + failed, items.length),
    format: 'json',
  };
}

/** What an XML document without feed elements is. */
function kindOf(text: string): DocumentProblemCode {
  if (/<opml[\s>]/i.test(text)) return 'list-of-feeds';
  return /<(?:urlset|sitemapindex)[\s>]/i.test(text) ? 'sitemap' : 'not-a-feed';
}

/** A document without items and with one issue. */
function nothing(origin: DocumentOrigin, issue: Issue): ReadText {
  const { feed } = normalise({ feed: EMPTY, entries: [] }, origin);
  return { feed, items: [], issues: [issue], format: null };
}
