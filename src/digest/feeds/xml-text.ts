import { decodeHTML } from 'entities';
import { httpUrl } from '../../text/url.ts';

/**
 * Text without the characters that XML 1.0 forbids (https://www.w3.org/TR/xml/#charsets): control characters except tab
 * and line feed, lone surrogates, noncharacters. Replacement characters are removed too: they carry no text.
 */
export function xmlText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\t\n\u0020-\u007e\u00a0-\u{d7ff}\u{e000}-\u{fffc}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[\ufdd0-\ufdef]|[\u{1fffe}\u{1ffff}]/gu, '');
}

/** Text between tags: `xmlText` with `&`, `<` and `>` escaped. */
export function xmlEscape(text: string): string {
  return xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The value of an attribute, on one line. */
export function xmlAttribute(text: string): string {
  return xmlEscape(text)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n]+/g, ' ');
}

/** U+2060 WORD JOINER: has no width and prevents a line break. */
const joiner = '\u2060';

/**
 * Plain text for a place where some readers expect plain text and others HTML, such as the title of an RSS item. Text
 * that looks like a tag or an entity (`How <b> works`) gets an invisible character, so that both kinds of readers show
 * it as it is written.
 */
export function inertText(text: string): string {
  return xmlText(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/<(?=[a-z/!?])|&(?=#)/gi, (sign) => sign + joiner)
    .replace(/&(?=([\p{L}\p{N}_]+))/gu, (sign, name: string) => (isEntity(name) ? sign + joiner : sign));
}

/**
 * Whether a word after `&` is read as the name of an entity. Browsers accept some names without a semicolon, even at
 * the start of a longer word (`&copyright`); the W3C feed validator accepts every word that contains a digit (`R&D2`).
 */
function isEntity(name: string): boolean {
  return (
    /[\p{N}_]/u.test(name) || decodeHTML(`&${name};`) !== `&${name};` || decodeHTML(`&${name}`) !== `&${name}`
  );
}

/**
 * An absolute http(s) address in the characters of RFC 3986; null for anything else. The URL standard leaves a few
 * other characters in paths and queries unescaped, so they are escaped here.
 */
export function feedAddress(address: string | null): string | null {
  const url = URL.parse(httpUrl(address) ?? '');
  if (url === null) return null;
  const rest = url.href.slice(url.origin.length);
  return url.origin + rest.replace(/[^\w;/?:@&=+$.\-!~*'(),%#]/g, encodeURIComponent);
}
