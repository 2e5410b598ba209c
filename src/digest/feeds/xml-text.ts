import { decodeHTML } from 'entities';
import { httpUrl } from '../../text/url.ts';

/**
 * Text as XML 1.0 may carry it (https://www.w3.org/TR/xml/#charsets): no control characters but tab and line feed,
 * no lone surrogates, no noncharacters; nor the replacement character, which only says that something was lost.
 */
export function xmlText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\t\n\u0020-\u007e\u00a0-\u{d7ff}\u{e000}-\u{fffc}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[\ufdd0-\ufdef]|[\u{1fffe}\u{1ffff}]/gu, '');
}

/** Text between tags: `xmlText` with the three signs escaped that mean something there. */
export function xmlEscape(text: string): string {
  return xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text between the quotation marks of an attribute, on one line. */
export function xmlAttribute(text: string): string {
  return xmlEscape(text)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n]+/g, ' ');
}

/** U+2060 WORD JOINER: takes no room and breaks no line. */
const joiner = '\u2060';

/**
 * Plain text where some readers expect plain text and others HTML, as in the title of an RSS item: a tag or an
 * entity that it happens to spell (`How <b> works`) gets an invisible character, so that both kinds show it as
 * it is and neither obeys it.
 */
export function inertText(text: string): string {
  return xmlText(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/<(?=[a-z/!?])|&(?=#)/gi, (sign) => sign + joiner)
    .replace(/&(?=([\p{L}\p{N}_]+))/gu, (sign, name: string) => (isEntity(name) ? sign + joiner : sign));
}

/**
 * Whether a word after `&` is read as the name of an entity: by browsers some names without a semicolon, and in the
 * beginning of a word (`&copyright`), by the feed validator of the W3C every word with a digit in it (`R&D2`).
 */
function isEntity(name: string): boolean {
  return (
    /[\p{N}_]/u.test(name) || decodeHTML(`&${name};`) !== `&${name};` || decodeHTML(`&${name}`) !== `&${name}`
  );
}

/**
 * An absolute http(s) address in the characters of RFC 3986, or null when it is none: the URL standard leaves a
 * few others in paths and queries as they are.
 */
export function feedAddress(address: string | null): string | null {
  const url = URL.parse(httpUrl(address) ?? '');
  if (url === null) return null;
  const rest = url.href.slice(url.origin.length);
  return url.origin + rest.replace(/[^\w;/?:@&=+$.\-!~*'(),%#]/g, encodeURIComponent);
}
