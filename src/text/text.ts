import { decodeHTML } from 'entities';

/** White space folded to single blanks, none at the ends; characters that no text has taken out. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff]/gu, '')
    .trim();
}

/** At most so many characters, no half ones. */
export function cut(text: string, longest: number): string {
  return text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
}

const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Control characters that nobody means, as the Windows characters with the same number (U+0092 → ’). */
export function withWindowsCharacters(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? '');
}

/** A text that was escaped once more than its format asks (`Q&amp;amp;A` → `Q&A`). */
export function unescapeOnce(text: string): string {
  return /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});/i.test(text) ? decodeHTML(text) : text;
}

/** Plain text as HTML that shows it: special characters escaped. */
export function escapeText(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Plain text with line breaks as HTML: a blank line starts a paragraph, another line break stays one. */
export function paragraphsHtml(text: string): string {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((part) => `<p>${escapeText(part.trim()).replace(/\r?\n/g, '<br>')}</p>`)
    .join('\n');
}

const HTML_TAGS = new Set(
  'a abbr acronym address area article aside audio b big blockquote br button caption center cite code col dd del dfn div dl dt em embed figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i iframe img input ins kbd li map mark nav object ol p param picture pre q s samp script section small source span strike strong style sub sup svg table tbody td tfoot th thead time tr tt u ul var video wbr'.split(
    ' ',
  ),
);

/**
 * Whether a text whose format does not say is HTML: a closing tag, a void tag or an entity, and no tag that HTML does not know.
 * After feedparser's `looks_like_html`.
 */
export function looksLikeHtml(text: string): boolean {
  if (!/<\/\w+\s*>|<(?:br|img|hr)\b[^<>]*>|&#?\w+;/i.test(text)) return false;
  for (const [, tag] of text.matchAll(/<\/?([a-z][\w:-]*)/gi)) {
    if (tag && !HTML_TAGS.has(tag.toLowerCase())) return false;
  }
  return true;
}
