import { joinPages } from '../../src/extract/join-pages.ts';
import { type PageProblem, type PageReading, readArticle } from '../../src/extract/read-article.ts';
import type { FoundArticle } from '../../src/extract/with-article.ts';
import { decode } from '../../src/feed/decode.ts';
import type { Item } from '../../src/feed/item.ts';
import type { FetchAllOptions } from './all.ts';
import { fetchDocument, realTools } from './document.ts';
import type { FetchOutcome, FetchRequest } from './request.ts';

/** What the configuration says of the pages of a feed. */
export interface PageRules {
  /** CSS selector of the article in the pages of this feed; without it the article is looked for. */
  selector?: string | undefined;
  remove?: readonly string[] | undefined;
  keep?: readonly string[] | undefined;
  /** CSS selector of the link to the next page of an article; without it, it is looked for. */
  next?: string | undefined;
}

/** How pages after the first are fetched, and how many still may be; counted down as they are. */
export interface FollowingOptions extends Pick<FetchAllOptions<unknown>, 'gapMs' | 'until' | 'tools'> {
  further: { left: number };
}

type Document = Extract<FetchOutcome, { kind: 'document' }>;

/** Pages of one article. */
const mostParts = 10;

type Read = (document: Document, teaser: string | null) => PageReading;

/** The article of an item from its page and the pages that follow, or why the summary stays. */
export async function articleOf(
  item: Item,
  rules: PageRules,
  first: Document,
  request: FetchRequest,
  options: FollowingOptions,
): Promise<FoundArticle | { problem: PageProblem }> {
  const read: Read = ({ bytes, contentType, url }, teaser) =>
    readArticle(decode(bytes, contentType).text, url, {
      ...rules,
      title: item.title,
      teaser,
      contentType,
      asked: request.url,
    });
  const reading = read(first, item.content ?? item.summary);
  if ('problem' in reading) return reading;
  const { facts, article, isBeginning, next } = reading;
  const rest = await follow(article.html, next, first.url, read, request, options);
  return { html: rest.html, facts, isPartial: isBeginning || rest.isPartial, url: first.url };
}

/** Adds the pages that follow, in order, up to `mostParts`; it is partial when one that belongs to it is missing. */
async function follow(
  begun: string,
  second: string | null,
  first: string,
  read: Read,
  request: FetchRequest,
  options: FollowingOptions,
): Promise<Pick<FoundArticle, 'html' | 'isPartial'>> {
  let html = begun;
  const seen = new Set([first]);
  for (let next = second; next !== null && !seen.has(next); ) {
    const document = seen.size < mostParts ? await fetchNext(next, request, options) : null;
    if (document === null) return { html, isPartial: true };
    seen.add(next);
    const part = read(document, null);
    if ('problem' in part) return { html, isPartial: part.problem === 'article-costs' };
    const joined = joinPages(html, part.article.html);
    if (joined === null) break;
    html = joined;
    if (part.isBeginning) return { html, isPartial: true };
    next = part.next;
  }
  return { html, isPartial: false };
}

/** The next page, from the same host and within what is left; null when it cannot be had. */
async function fetchNext(
  url: string,
  request: FetchRequest,
  { further, gapMs = 1000, until = Number.POSITIVE_INFINITY, tools }: FollowingOptions,
): Promise<Document | null> {
  const { now, sleep } = { ...realTools, ...tools };
  if (further.left <= 0 || now() >= until) return null;
  further.left -= 1;
  await sleep(gapMs);
  const outcome = await fetchDocument({ ...request, url }, tools ?? {});
  const isThere = outcome.kind === 'document' && URL.parse(outcome.url)?.host === URL.parse(url)?.host;
  return isThere ? outcome : null;
}
