import { httpUrl } from '../text/url.ts';
import { ADDRESS_ATTRIBUTES } from './repair/inline-html.ts';

/** A start tag with attributes; a quoted value may contain any character. */
const TAG = /<([a-z][\w:-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)+)(\s*\/?)>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/**
 * How many characters a text may grow by: with a long base, many short addresses would turn a small text into
 * gigabytes. Addresses after that stay relative; cleaning makes those that it keeps absolute.
 */
const MOST_GROWTH = 1_000_000;

/**
 * HTML with its relative addresses made absolute, so that it means the same anywhere, and the attributes of each tag
 * sorted by name, so that a publisher's software that reorders them changes nothing. Everything else stays as it is.
 */
export function canonicalHtml(html: string, outerBase: string | null): string {
  if (!html.includes('=')) return html;
  const base = baseIn(html, outerBase);
  let room = MOST_GROWTH;
  return html.replace(TAG, (tag, name: string, attributes: string, end: string) => {
    const list: Attribute[] = [];
    let isCanonical = true;
    let last = '';
    for (const match of attributes.matchAll(ATTRIBUTE)) {
      const attribute = readAttribute(match, room > 0 ? base : null);
      room -= attribute.source.length - match[0].length;
      if (attribute.changed || attribute.name < last) isCanonical = false;
      last = attribute.name;
      list.push(attribute);
    }
    if (isCanonical) return tag;
    list.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    return `<${name} ${list.map(({ source }) => source).join(' ')}${end}>`;
  });
}

/** The address that a `base` element in the HTML gives, else that of the outside. */
function baseIn(html: string, outer: string | null): string | null {
  const [, double, single, bare] =
    /<base\b[^<>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/i.exec(html) ?? [];
  return httpUrl((double ?? single ?? bare)?.replaceAll('&amp;', '&'), outer) ?? outer;
}

interface Attribute {
  name: string;
  /** Name and value as written in the tag. */
  source: string;
  changed: boolean;
}

const ABSOLUTE = /^\s*(?:[a-z][a-z\d+.-]*:|#|$)/i;

function readAttribute(match: RegExpMatchArray, base: string | null): Attribute {
  const [source, name = '', double, single, bare] = match;
  const value = double ?? single ?? bare ?? '';
  const isRelative = base !== null && ADDRESS_ATTRIBUTES.has(name.toLowerCase()) && !ABSOLUTE.test(value);
  const absolute = isRelative ? absoluteAddress(value.trim(), base) : null;
  if (absolute === null) return { name, source, changed: false };
  const quote = single === undefined ? '"' : "'";
  return { name, source: `${name}=${quote}${absolute}${quote}`, changed: true };
}

/** A relative address made absolute, or null. Keeps the publisher's `&amp;` and letters beyond ASCII. */
function absoluteAddress(address: string, base: string): string | null {
  const escaped = address.includes('&amp;');
  const url = httpUrl(escaped ? address.replaceAll('&amp;', '&') : address, base);
  if (url === null) return null;
  const spelt = /[^\x20-\x7e]/.test(address) ? withLetters(url) : url;
  return (escaped ? spelt.replaceAll('&', '&amp;') : spelt).replace(/["'<>]/g, encodeURIComponent);
}

/** Decodes percent-encoded characters beyond ASCII. */
function withLetters(url: string): string {
  return url.replace(/(?:%[c-f][\da-f](?:%[89ab][\da-f])+)+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}
