import type { ChildNode, Document, Element } from 'domhandler';
import { parseHtml } from '../html/parse.ts';
import { looksLikeSelector, type Matches, matcher } from '../html/selectors.ts';
import { textOf } from '../html/text-of.ts';
import { rewrite } from '../html/tree.ts';
import { articleInData } from './data.ts';
import { bare, type Evidence, tellerOf } from './evidence.ts';
import { outlineOf } from './outline.ts';
import { beforeNotice, paywallNoticeAt } from './paywall.ts';
import { prune } from './prune.ts';
import { recognise } from './recognise.ts';
import { htmlOf, readPage, select, type WebPage } from './web-page.ts';

/** The article of a web page, not cleaned and not sanitised. */
export interface ExtractedArticle {
  /** Addresses in it are absolute. */
  html: string;
  title: string | null;
  /** Whether the page says somewhere that reading all of it costs something or wants a login. */
  costs: boolean;
  /** How much of it reads like paragraphs, in letters. */
  prose: number;
  /** How much of the feed's teaser stands in it, 0 to 1. */
  told: number;
}

/** What is known of the article, and what the configuration says of the pages of its feed. */
export interface ExtractOptions {
  /** CSS selector of the element or elements that hold the article; without it they are looked for. */
  selector?: string | undefined;
  /** Called when the selector takes too long; nothing is found then. */
  onSlow?: (() => void) | undefined;
  /** What is never part of the article, and what always is: CSS selectors; phrases are the cleaning's. */
  remove?: readonly string[] | undefined;
  keep?: readonly string[] | undefined;
  /** Headline and teaser by the feed, the teaser as HTML or plain text. */
  title?: string | null | undefined;
  teaser?: string | null | undefined;
}

/** Finds the article in a web page; null when there is none, or `selector` matches nothing. Never throws. */
export function extractArticle(
  html: string,
  url: string,
  options: ExtractOptions = {},
): ExtractedArticle | null {
  return extractFrom(readPage(html, url), options);
}

/** The same from a page that is read already, whose tree is changed. */
export function extractFrom(page: WebPage, options: ExtractOptions): ExtractedArticle | null {
  dropSelected(page.root, options.remove ?? []);
  const nodes = options.selector
    ? chosen(page, options.selector, options.onSlow)
    : (recognised(page, options)?.children ?? []);
  const article = articleOf(nodes, page, options);
  const instead = options.selector ? null : articleInData(page, article?.prose ?? 0);
  return instead ? articleOf(parseHtml(instead).children, page, options) : article;
}

function chosen(page: WebPage, selector: string, onSlow?: () => void): Element[] {
  const elements = select(page.root, selector);
  if (elements === null) onSlow?.();
  return elements ?? [];
}

/** What `remove` and `keep` of the configuration name. The cleaning, which applies them again, says which are too slow. */
const listed = (selectors: readonly string[]): Matches => matcher(selectors, { onSlow: () => {} });

function dropSelected(root: Document, entries: readonly string[]): void {
  const selectors = entries.filter(looksLikeSelector);
  if (selectors.length === 0) return;
  const matches = listed(selectors);
  rewrite(root, (found) => (matches(found) ? [] : undefined));
}

function recognised(page: WebPage, options: ExtractOptions): Document | Element | null {
  const evidence = evidenceOf(page, options);
  const found = recognise(page.root, evidence);
  if (found === null) return null;
  const kept = (options.keep ?? []).filter(looksLikeSelector);
  prune(found, evidence, kept.length > 0 ? listed(kept) : () => false);
  return found.element;
}

function evidenceOf({ url, facts }: WebPage, { title, teaser }: ExtractOptions): Evidence {
  const given = teaser ? textOf(parseHtml(teaser)) : '';
  return {
    url,
    title: facts.title ?? title ?? null,
    teasers: given === '' ? facts.descriptions : [given, ...facts.descriptions],
    body: facts.structured.body,
  };
}

function articleOf(
  nodes: ChildNode[],
  { facts, text }: WebPage,
  { teaser }: ExtractOptions,
): ExtractedArticle | null {
  const html = htmlOf(nodes);
  const root = parseHtml(html);
  const words = textOf(root);
  if (words === '') return null;
  const outline = outlineOf(root);
  const tell = tellerOf(teaser ? [textOf(parseHtml(teaser))] : []);
  return {
    html,
    title: facts.title,
    costs: !facts.structured.free || paywallNoticeAt(text) >= 0,
    prose: outline.proseIn(root),
    told: tell(bare(words)),
  };
}

/** The open part of an article behind a paywall: what stands before the notice. */
export function openPart(article: ExtractedArticle): ExtractedArticle {
  const root = parseHtml(article.html);
  beforeNotice(root);
  return { ...article, html: htmlOf(root.children) };
}
