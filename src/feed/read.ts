import { UNHARMED } from './damage.ts';
import { type Decoded, decode } from './decode.ts';
import { discoverFeeds, isWebPage } from './discover.ts';
import type { DocumentFacts, FeedDocument } from './item.ts';
import { readJsonFeed } from './json-feed.ts';
import { normalise } from './normalise.ts';
import { parse } from './parse.ts';
import { damageIssues, type ProblemCode, pageProblem, problem, undecodable } from './problems.ts';
import { repair } from './repair.ts';

/**
 * The bytes of one document as a feed: decode → repair → parse → normalise. Never throws: what went wrong is in `issues`,
 * and a document that is no feed at all has no items and the reason as its first issue.
 */
export async function readDocument(bytes: Uint8Array, facts: DocumentFacts): Promise<FeedDocument> {
  const decoded = decode(bytes, facts.contentType);
  const text = decoded.text.trim();
  if (text === '') return failure(facts, 'empty');
  if (/^[{[]/.test(text)) return readJson(text, decoded, facts);
  if (isWebPage(text)) return readPage(text, facts);
  return readXml(text, decoded, facts);
}

async function readXml(text: string, decoded: Decoded, facts: DocumentFacts): Promise<FeedDocument> {
  const repaired = repair(text, facts.base);
  if (repaired.format === null) return failure(facts, kindOf(text));
  const raw = await parse(repaired);
  const { feed, items, failed } = normalise(raw, facts);
  const issues = [
    ...textIssues(decoded, facts),
    ...damageIssues(facts.feed, repaired.damage, raw.failed + failed),
  ];
  return { feed, items, issues, feedLinks: [] };
}

function readJson(text: string, decoded: Decoded, facts: DocumentFacts): FeedDocument {
  const json = readJsonFeed(text);
  if (json === null) return failure(facts, 'json-instead-of-feed');
  const { feed, items, failed } = normalise(json.document, facts);
  const issues = [
    ...textIssues(decoded, facts),
    ...damageIssues(facts.feed, { ...UNHARMED, cut: json.damaged && json.lost === 0 }, json.lost + failed),
  ];
  return { feed, items, issues, feedLinks: [] };
}

function readPage(text: string, facts: DocumentFacts): FeedDocument {
  const feedLinks = discoverFeeds(text, facts.base);
  return { ...nothing(facts), issues: [pageProblem(facts.feed, feedLinks)], feedLinks };
}

function kindOf(text: string): ProblemCode {
  if (/<opml[\s>]/i.test(text)) return 'list-of-feeds';
  return /<(?:urlset|sitemapindex)[\s>]/i.test(text) ? 'sitemap' : 'not-a-feed';
}

function textIssues({ damaged, encoding }: Decoded, facts: DocumentFacts) {
  return damaged ? [undecodable(facts.feed, encoding)] : [];
}

function failure(facts: DocumentFacts, code: ProblemCode): FeedDocument {
  return { ...nothing(facts), issues: [problem(facts.feed, code)], feedLinks: [] };
}

function nothing(facts: DocumentFacts): Pick<FeedDocument, 'feed' | 'items'> {
  const { feed } = normalise({ feed: { text: '', attributes: {}, children: {} }, entries: [] }, facts);
  return { feed, items: [] };
}
