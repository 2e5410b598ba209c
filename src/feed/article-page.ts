import render from 'dom-serializer';
import { type ChildNode, type Document, type Element, isTag } from 'domhandler';
import { isNamed } from '../html/nodes.ts';
import { parseHtml } from '../html/parse.ts';
import { matcher } from '../html/selectors.ts';
import { textOf } from '../html/text-of.ts';
import { elementsOf, rewrite } from '../html/tree.ts';
import { baseAddress, httpUrl } from '../text/url.ts';

/**
 * A web page made fit to look for an article in: of bounded size and depth, well-formed, without what only a browser
 * needs, every address absolute.
 */
export interface WebPage {
  title: string | null;
  root: Document;
  /** Plain text of the whole page. */
  text: string;
  /** What its JSON-LD says: false when reading costs something. */
  free: boolean;
}

const neverContent = matcher([
  'script',
  'style',
  'template',
  'link',
  'meta',
  'base',
  'title',
  'button',
  'input',
  'select',
  'textarea',
  'nav',
  'dialog',
  'object',
  'embed',
  '[role=dialog]',
  '[role=alertdialog]',
  '[role=navigation]',
  '[aria-modal=true]',
]);

/** The attributes that finding an article or showing it needs. */
const kept = new Set(
  `id class role lang dir title alt href src srcset data-src data-srcset data-original data-lazy-src poster width
  height datetime colspan rowspan start aria-hidden hidden style itemprop itemtype rel controls`.split(/\s+/),
);
const addresses = new Set(['href', 'src', 'data-src', 'data-original', 'data-lazy-src', 'poster']);
const longestAttribute = 4096;
/** Characters by which a page may grow when its addresses are made absolute: with a long base, small pages would fill the memory. */
const mostGrowth = 2_000_000;
/** Elements read of a page: what stands around an article is many times as much as the article. */
const maxPageElements = 40_000;

export function readPage(html: string, url: string): WebPage {
  const root = parseHtml(html, maxPageElements);
  const all = [...elementsOf(root)];
  const free = !all.some((found) => isNamed(found, 'script') && saysNotFree(found));
  const title = titleOf(all);
  const base = baseOf(all, url);
  const room = { left: mostGrowth };
  rewrite(root, (found) => {
    if (neverContent(found)) return [];
    if (!/^[a-z][a-z0-9-]*$/.test(found.name) || /^(?:html|head|body)$/.test(found.name))
      return found.children;
    found.attribs = attributesOf(found, base, room);
    return undefined;
  });
  return { title, root, text: textOf(root), free };
}

/** Nodes as markup that every XML parser reads, with the characters themselves where the serializer writes numbers. */
export function wellFormed(nodes: ChildNode[]): string {
  const toCharacter = (_number: string, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16));
  return render(nodes, { xmlMode: true }).replace(/&#x([0-9a-f]{2,6});/g, toCharacter);
}

/**
 * The headline: the page's only h1, if the title of the window has it too; else what the page calls itself for sharing;
 * else the title of the window without the name of the site.
 */
function titleOf(all: Element[]): string | null {
  const text = (found: Element | undefined) => (found ? textOf(found) : '');
  const windowTitle = text(all.find((found) => isNamed(found, 'title')));
  const headlines = all.filter((found) => isNamed(found, 'h1')).map(text);
  const [headline] = headlines;
  if (headlines.length === 1 && headline && windowTitle.includes(headline)) return headline;
  const shared = all.find((found) => isNamed(found, 'meta') && found.attribs['property'] === 'og:title');
  return shared?.attribs['content']?.trim() || withoutSite(windowTitle) || headline || null;
}

/** The longest part of a window title such as "Headline - Section | Site". */
function withoutSite(windowTitle: string): string {
  const parts = windowTitle.split(/\s*[|｜_]\s*|\s+[-–—]\s+/);
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

function baseOf(all: Element[], url: string): string {
  const href = all.find((found) => isNamed(found, 'base'))?.attribs['href'];
  return baseAddress(httpUrl(href, url)) ?? baseAddress(url) ?? new URL(url).origin;
}

/** schema.org's way to say that an article is behind a paywall. */
function saysNotFree(script: Element): boolean {
  const words = script.children.map((child) => ('data' in child ? child.data : '')).join('');
  return /"isAccessibleForFree"\s*:\s*"?(?:false|https?:\/\/schema\.org\/False)/i.test(words);
}

function attributesOf(found: Element, base: string, room: { left: number }): Record<string, string> {
  const attribs: Record<string, string> = {};
  for (const [name, value] of Object.entries(found.attribs)) {
    if (!kept.has(name) || value.length > longestAttribute) continue;
    const meant = absoluteValue(name, value, room.left > 0 ? base : null);
    if (meant === null) continue;
    room.left -= meant.length - value.length;
    if (room.left > 0 || meant === value) attribs[name] = meant;
  }
  return attribs;
}

/** What an attribute means away from its page; null for an address that cannot be kept, as any without a base. */
function absoluteValue(name: string, value: string, base: string | null): string | null {
  if (!addresses.has(name) && !/srcset$/.test(name)) return value;
  if (base === null) return null;
  return addresses.has(name) ? absolute(value, base) : absoluteSet(value, base);
}

function absolute(address: string, base: string): string | null {
  return address.startsWith('#') || address.startsWith('data:') ? address : httpUrl(address, base);
}

function absoluteSet(value: string, base: string): string {
  const candidates = value.split(/,\s+/).map((candidate) => {
    const [address, ...size] = candidate.trim().split(/\s+/);
    return [httpUrl(address, base), ...size];
  });
  return candidates.flatMap((candidate) => (candidate[0] ? candidate.join(' ') : [])).join(', ');
}

/**
 * The outermost elements that a selector of the configuration names, in document order; null when it takes too long to
 * find them.
 */
export function select(root: Document, selector: string): Element[] | null {
  let isSlow = false;
  const onSlow = () => {
    isSlow = true;
  };
  const matches = matcher([selector], { onSlow });
  const outermost = (nodes: ChildNode[]): Element[] =>
    nodes.filter(isTag).flatMap((node) => (matches(node) ? [node] : outermost(node.children)));
  const found = outermost(root.children);
  return isSlow ? null : found;
}
