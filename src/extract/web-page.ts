import render from 'dom-serializer';
import { type ChildNode, type Document, type Element, isTag } from 'domhandler';
import { isNamed, some } from '../html/nodes.ts';
import { parseHtml } from '../html/parse.ts';
import { matcher } from '../html/selectors.ts';
import { textOf } from '../html/text-of.ts';
import { elementsOf, rewrite } from '../html/tree.ts';
import { baseAddress, httpUrl } from '../text/url.ts';
import { absoluteAttributes } from './attributes.ts';
import { dataOf, factsOf, type PageFacts } from './facts.ts';

/**
 * A web page made fit to look for an article in: of bounded size and depth, without what only a browser needs, every
 * address absolute.
 */
export interface WebPage {
  url: string;
  facts: PageFacts;
  root: Document;
  /** Plain text of the whole page. */
  text: string;
  /** Scripts that hold data, as text. */
  data: string[];
  /** What there is beside text: fields for a password or for a search, players, addresses of scripts and frames. */
  marks: PageMarks;
  /** Where its links to further pages lead, in document order, with what they say of themselves. */
  links: PageLink[];
}

interface PageMarks {
  password: boolean;
  search: boolean;
  scripts: number;
  players: number;
  pictures: number;
  /** Names and addresses that tell a robot check: of scripts, frames and forms. */
  sources: string[];
}

interface PageLink {
  url: string;
  rel: string;
  element: Element;
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

/** Elements read of a page: what stands around an article is many times as much as the article. */
const maxPageElements = 40_000;
/** Characters read of a page, scripts and styles included. */
export const maxPageCharacters = 6_000_000;
const mostData = 2_000_000;

/** Reads a page. Never throws; `html` may be anything at all. */
export function readPage(html: string, url: string): WebPage {
  const root = parseHtml(html, maxPageElements, maxPageCharacters);
  const all = [...elementsOf(root)];
  const base = baseOf(all, url);
  const facts = factsOf(all, base);
  const data = all.filter(holdsData).map(dataOf);
  const marks = marksOf(all);
  const absolute = absoluteAttributes(base);
  const links: PageLink[] = [];
  rewrite(root, (found) => {
    const link = linkOf(found, base);
    if (link) links.push(link);
    if (neverContent(found) || isApology(found)) return [];
    if (!/^[a-z][a-z0-9-]*$/.test(found.name) || /^(?:html|head|body)$/.test(found.name))
      return found.children;
    found.attribs = absolute(found.attribs);
    return undefined;
  });
  return { url, facts, root, text: textOf(root), data, marks, links };
}

function linkOf(found: Element, base: string): PageLink | null {
  const { rel = '', href } = found.attribs;
  if (found.name !== 'a' && !(found.name === 'link' && rel === 'next')) return null;
  const url = httpUrl(href, base);
  return url === null ? null : { url, rel, element: found };
}

/** Nodes as HTML. */
export const htmlOf = (nodes: ChildNode[]): string => render(nodes, { encodeEntities: 'utf8' });

/** What a page tells readers without scripts; a picture for them is of use to everybody. */
const isApology = (found: Element): boolean =>
  found.name === 'noscript' && !some(found, (node) => isNamed(node, 'img', 'picture', 'iframe'));

function holdsData(found: Element): boolean {
  if (found.name !== 'script' || 'src' in found.attribs) return false;
  const { type = '', id = '' } = found.attribs;
  if (/ld\+json/i.test(type)) return false;
  const [first] = found.children;
  const words = first && 'data' in first ? first.data : '';
  return (
    words.length > 500 &&
    words.length < mostData &&
    (/json/i.test(type) || /__\w+__/.test(id + words.slice(0, 200)))
  );
}

function marksOf(all: readonly Element[]): PageMarks {
  const isSearch = ({ attribs }: Element) =>
    attribs['type'] === 'search' || /^(?:q|s|query|search|keywords?|suche|wd)$/i.test(attribs['name'] ?? '');
  return {
    password: all.some((found) => isNamed(found, 'input') && found.attribs['type'] === 'password'),
    search: all.some((found) => isNamed(found, 'input') && isSearch(found)),
    scripts: all.filter(({ name }) => name === 'script').length,
    players: all.filter(isPlayer).length,
    pictures: all.filter((found) => isNamed(found, 'img', 'picture', 'amp-img')).length,
    sources: all
      .filter((found) => isNamed(found, 'script', 'iframe', 'form', 'div', 'input'))
      .flatMap(({ attribs }) => [attribs['src'], attribs['action'], attribs['id']])
      .filter((value): value is string => value !== undefined && value.length < 500),
  };
}

const playerAddress = /youtube|vimeo|dailymotion|player|video|bilibili|v\.qq\.com/i;
const isPlayer = (found: Element): boolean =>
  found.name === 'video' || (found.name === 'iframe' && playerAddress.test(found.attribs['src'] ?? ''));

function baseOf(all: Element[], url: string): string {
  const href = all.find((found) => isNamed(found, 'base'))?.attribs['href'];
  return baseAddress(httpUrl(href, url)) ?? baseAddress(url) ?? new URL(url).origin;
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
