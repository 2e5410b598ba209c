import type { Element } from 'domhandler';
import { isNamed } from '../html/nodes.ts';
import { textOf } from '../html/text-of.ts';
import { elementsOf } from '../html/tree.ts';
import { httpUrl } from '../text/url.ts';
import { readStructured, type StructuredFacts } from './json-ld.ts';

/** What a page says of itself and of its article; null where it says nothing. */
export interface PageFacts {
  title: string | null;
  /** What the window is called, the name of the site included; '' for none. */
  windowTitle: string;
  author: string | null;
  /** As the page writes it. */
  publishedAt: string | null;
  /** Absolute address. */
  picture: string | null;
  /** BCP 47 tag, as far as the page knows them. */
  language: string | null;
  /** What the page calls its description, for sharing and for search engines. */
  descriptions: string[];
  /** The address that the page wants to be known by, absolute. */
  canonical: string | null;
  /** Its kind for sharing (`article`, `website`, `video.other`). */
  kind: string | null;
  structured: StructuredFacts;
}

/** Reads the facts from the elements of a whole page: structured data first, then Open Graph, then microdata. */
export function factsOf(all: readonly Element[], base: string): PageFacts {
  const metas = metasOf(all);
  const meta = (...names: string[]) => names.map((name) => metas.get(name)).find(Boolean) ?? null;
  const scripts = all.filter(
    (found) => isNamed(found, 'script') && /ld\+json/i.test(found.attribs['type'] ?? ''),
  );
  const structured = readStructured(scripts.map(dataOf));
  const item = (name: string) => itemOf(all, name);
  const windowTitle = windowTitleOf(all);
  const canonical = all.find((found) => isNamed(found, 'link') && found.attribs['rel'] === 'canonical');
  return {
    title: titleOf(all, windowTitle, meta('og:title')),
    windowTitle,
    author: structured.author ?? nameIn(meta('author', 'article:author', 'parsely-author')) ?? item('author'),
    publishedAt:
      structured.publishedAt ??
      meta('article:published_time', 'date', 'dc.date', 'dc.date.issued', 'pubdate', 'parsely-pub-date') ??
      item('datePublished'),
    picture: pictureIn([structured.picture, meta('og:image', 'og:image:url', 'twitter:image')], base),
    language: structured.language ?? languageIn(all) ?? meta('og:locale')?.replace('_', '-') ?? null,
    descriptions: [
      meta('og:description'),
      meta('description'),
      meta('twitter:description'),
      structured.description,
    ]
      .filter((one): one is string => one !== null)
      .filter((one, index, every) => every.indexOf(one) === index),
    canonical: httpUrl(canonical?.attribs['href'] ?? meta('og:url'), base),
    kind: meta('og:type'),
    structured,
  };
}

/** The text of a script. */
export const dataOf = (script: Element): string =>
  script.children.map((child) => ('data' in child ? child.data : '')).join('');

const longestMeta = 5000;

/** The `meta` elements by the names that they go under, the first of each. */
function metasOf(all: readonly Element[]): Map<string, string> {
  const metas = new Map<string, string>();
  for (const found of all) {
    if (found.name !== 'meta') continue;
    const { property, name, itemprop, content } = found.attribs;
    const key = (property ?? name ?? itemprop ?? '').toLowerCase();
    const value = content?.replace(/\s+/g, ' ').trim().slice(0, longestMeta);
    if (key !== '' && value && !metas.has(key)) metas.set(key, value);
  }
  return metas;
}

/**
 * The headline: the page's only h1, if the title of the window has it too; else what the page calls itself for sharing;
 * else the title of the window without the name of the site.
 */
function titleOf(all: readonly Element[], windowTitle: string, shared: string | null): string | null {
  const headlines = all.filter((found) => isNamed(found, 'h1')).map((found) => textOf(found));
  const [headline] = headlines;
  if (headlines.length === 1 && headline && windowTitle.includes(headline)) return headline;
  return shared || withoutSite(windowTitle) || headline || null;
}

function windowTitleOf(all: readonly Element[]): string {
  const title = all.find((found) => isNamed(found, 'title') && !isNamed(found.parent, 'svg'));
  return title ? textOf(title) : '';
}

/** The longest part of a window title such as "Headline - Section | Site". */
function withoutSite(windowTitle: string): string {
  const parts = windowTitle.split(/\s*[|｜_]\s*|\s+[-–—]\s+/);
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

const longestName = 100;

function nameIn(value: string | null): string | null {
  const name = value?.trim() ?? '';
  return name === '' || name.length > longestName || /^https?:|@/.test(name) ? null : name;
}

/** A property of microdata (https://schema.org): the `content` or `datetime` of its element, else its text. */
function itemOf(all: readonly Element[], property: string): string | null {
  const found = all.find(({ attribs }) => attribs['itemprop'] === property);
  if (!found) return null;
  const named = elementsOf(found).find(({ attribs }) => attribs['itemprop'] === 'name');
  const { content, datetime } = found.attribs;
  return nameIn(content ?? datetime ?? textOf(named ?? found, 2 * longestName));
}

function languageIn(all: readonly Element[]): string | null {
  const root = all.find((found) => isNamed(found, 'html'));
  const tag = root?.attribs['lang'] ?? root?.attribs['xml:lang'] ?? '';
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : null;
}

/** Pictures that sites share when an article has none. */
const standIn = /logo|placeholder|default|fallback|avatar|favicon|blank|\.svg(?:$|\?)/i;

function pictureIn(addresses: readonly (string | null)[], base: string): string | null {
  for (const address of addresses) {
    const url = httpUrl(address, base);
    if (url && !standIn.test(url)) return url;
  }
  return null;
}
