import type { Issue } from '../issue.ts';
import { UNHARMED } from './damage.ts';
import { decode } from './decode.ts';
import { discoverFeeds, isWebPage } from './discover.ts';
import type { DocumentForm, DocumentOrigin, FeedDocument } from './item.ts';
import { readJsonFeed } from './json-feed.ts';
import { type Normalised, Normaliser, normalise } from './normalise.ts';
import { type Parsed, parse } from './parse.ts';
import { type DocumentProblemCode, damageIssues, pageProblem, problem, undecodable } from './problems.ts';
import { EMPTY } from './raw.ts';
import { repair } from './repair.ts';

/**
 * The bytes of one document as a feed: decode → repair → parse → normalise. Never throws: what went wrong is in `issues`,
 * and a document that is no feed at all has no items and the reason as its first issue.
 */
export async function readDocument(bytes: Uint8Array, facts: DocumentOrigin): Promise<FeedDocument> {
  const decoded = decode(bytes, facts.contentType);
  const text = decoded.text.trim();
  const read = await readText(text, facts).catch(() => nothing(facts, problem(facts.feed, 'unreadable')));
  const { encoding, source, damaged } = decoded;
  const isFeed = read.format !== null;
  return {
    feed: read.feed,
    items: read.items,
    issues: [...(damaged && isFeed ? [undecodable(facts.feed, encoding)] : []), ...read.issues],
    feedLinks: read.feedLinks ?? [],
    reading: { encoding, encodingFrom: source, format: read.format },
  };
}

/** What a text turned out to be. */
interface ReadText extends Pick<FeedDocument, 'feed' | 'items' | 'issues'> {
  format: DocumentForm['format'];
  feedLinks?: string[];
}

async function readText(text: string, facts: DocumentOrigin): Promise<ReadText> {
  if (text === '') return nothing(facts, problem(facts.feed, 'empty'));
  if (/^[{[]/.test(text)) return readJson(text, facts);
  if (!isWebPage(text)) return readXml(text, facts);
  const feedLinks = discoverFeeds(text, facts.base);
  return { ...nothing(facts, pageProblem(facts.feed, feedLinks)), feedLinks };
}

async function readXml(text: string, facts: DocumentOrigin): Promise<ReadText> {
  const repaired = repair(text, facts.base);
  if (repaired.format === null) return nothing(facts, problem(facts.feed, kindOf(text)));
  const { feed, items, failed } = await normaliseParts(parse(repaired), facts);
  const issues = damageIssues(facts.feed, repaired.damage, failed);
  return { feed, items, issues, format: repaired.format };
}

async function normaliseParts(parts: AsyncIterable<Parsed>, facts: DocumentOrigin): Promise<Normalised> {
  let normaliser: Normaliser | null = null;
  let failed = 0;
  for await (const part of parts) {
    normaliser ??= new Normaliser(part.feed ?? EMPTY, facts);
    normaliser.add(part.entries);
    failed += part.failed;
  }
  const all = (normaliser ?? new Normaliser(EMPTY, facts)).finish();
  return { ...all, failed: all.failed + failed };
}

function readJson(text: string, facts: DocumentOrigin): ReadText {
  const json = readJsonFeed(text);
  if (json === null) return nothing(facts, problem(facts.feed, 'json-instead-of-feed'));
  const { feed, items, failed } = normalise(json.document, facts);
  const damage = { ...UNHARMED, cut: json.damaged && json.lost === 0 };
  return { feed, items, issues: damageIssues(facts.feed, damage, json.lost + failed), format: 'json' };
}

function kindOf(text: string): DocumentProblemCode {
  if (/<opml[\s>]/i.test(text)) return 'list-of-feeds';
  return /<(?:urlset|sitemapindex)[\s>]/i.test(text) ? 'sitemap' : 'not-a-feed';
}

function nothing(facts: DocumentOrigin, issue: Issue): ReadText {
  const { feed } = normalise({ feed: EMPTY, entries: [] }, facts);
  return { feed, items: [], issues: [issue], format: null };
}
