/**
 * Text as XML 1.0 may carry it: no control characters but tab and line ends, no lone surrogates, no
 * noncharacters (https://www.w3.org/TR/xml/#charsets).
 */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[\ufdd0-\ufdef]|[\u{1fffe}\u{1ffff}]/gu, '');
}

/** Text between tags: `xmlText` with the three signs escaped that mean something there. */
export function xmlEscape(text: string): string {
  return xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text between the quotation marks of an attribute. */
export function xmlAttribute(text: string): string {
  return xmlEscape(text).replaceAll('"', '&quot;');
}
