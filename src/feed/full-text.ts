import { Readability } from '@mozilla/readability';
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import { isNamed } from '../html/nodes.ts';
import { parseHtml } from '../html/parse.ts';
import { textOf } from '../html/text-of.ts';
import { elementsOf } from '../html/tree.ts';
import { readPage, select, type WebPage, wellFormed } from './article-page.ts';
import { paywallNoticeAt } from './paywall.ts';

/** The article of a web page, not cleaned and not sanitised. */
export interface ExtractedArticle {
  /** Addresses in it are absolute. */
  html: string;
  title: string | null;
  /** Whether the page says somewhere that reading all of it costs something or wants a login. */
  costs: boolean;
}

export interface ExtractOptions {
  /** CSS selector of the element or elements that hold the article; without it they are looked for. */
  selector?: string | undefined;
  /** Called when the selector takes too long; nothing is found then. */
  onSlow?: (() => void) | undefined;
}

/**
 * Finds the article in a web page; null when there is none, or `selector` matches nothing. `html` may be anything at all.
 * Never throws.
 *
 * With Readability, not Defuddle: on the 11 pages of `fixtures/full-text` that carry an open article, each followed by
 * `clean`, both keep all 79 passages; of 62 pieces of furniture Readability lets none through, Defuddle one. Readability
 * takes a quarter of the time, and 3,000 nested elements keep Defuddle busy for 27 seconds. It brings a DOM of its own and
 * no other package. (Readability 0.6.0, Defuddle 0.19.4 with linkedom 0.18.15.)
 */
export function extractArticle(
  html: string,
  url: string,
  options: ExtractOptions = {},
): ExtractedArticle | null {
  const page = readPage(html, url);
  const found = options.selector ? chosen(page, options.selector, options.onSlow) : recognised(page, url);
  if (found === null || textOf(parseHtml(found)) === '') return null;
  return { html: found, title: page.title, costs: !page.free || paywallNoticeAt(page.text) >= 0 };
}

function chosen(page: WebPage, selector: string, onSlow?: () => void): string | null {
  const elements = select(page.root, selector);
  if (elements === null) onSlow?.();
  return elements !== null && elements.length > 0 ? wellFormed(elements) : null;
}

/** Readability puts everything into an element of its own, which is left out. */
function serializer(content: Node): string {
  const page = content.firstChild;
  return page && 'innerHTML' in page ? String(page.innerHTML) : '';
}

const bounds = {
  /** A hundred characters of Chinese are an article where five hundred letters, Readability's own bound, are none. */
  charThreshold: 100,
  /** Readability's time grows with elements times depth; this many take three seconds at worst. */
  maxElemsToParse: 20_000,
};

function recognised(page: WebPage, url: string): string | null {
  const title = page.title ? `<title>${page.title.replace(/[<&]/g, ' ')}</title>` : '';
  const markup = `<html><head>${title}</head><body>${wellFormed(page.root.children)}</body></html>`;
  try {
    const document = new JSDOMParser().parse(markup, url);
    // The classes stay: the cleaning knows furniture by them.
    const article = new Readability(document, {
      ...bounds,
      keepClasses: true,
      disableJSONLD: true,
      serializer,
    }).parse();
    return article?.content ?? null;
  } catch {
    return null;
  }
}

/** Weights are about letters: a Chinese character says as much as two and a half. */
const shortArticle = 1500;
const noticeRoom = 800;
const mostlyLinks = 0.5;

/**
 * Whether an article may take the place of a feed's teaser (HTML or plain text, or null): it must be longer, must not be
 * a list of links, and must not be the open part of an article behind a paywall, which is short or ends in the notice.
 */
export function acceptFullText(teaser: string | null, article: ExtractedArticle): boolean {
  const root = parseHtml(article.html);
  const text = textOf(root);
  if (weight(text) <= weight(textOf(parseHtml(teaser ?? '')))) return false;
  const linked = [...elementsOf(root)].filter((found) => isNamed(found, 'a'));
  if (weight(linked.map((link) => textOf(link)).join('')) > weight(text) * mostlyLinks) return false;
  if (paywallNoticeAt(text.slice(-noticeRoom)) >= 0) return false;
  return !article.costs || weight(text) > shortArticle;
}

function weight(text: string): number {
  const wide =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return text.length + wide * 1.5;
}
