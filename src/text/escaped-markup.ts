import { decodeHTML } from 'entities';
import { tagNames } from './tag-names.ts';

const OPENING = /^\s*<([a-z][a-z\d]*)(?:\s[^<>]*)?\/?>/i;
/** The ends of a paragraph and of lines. */
const ENDS = /<(?:\/p\s*|br\s*\/?)>/gi;

/**
 * The HTML of a body that was escaped once more than its format asks: one without a tag of its own, which has tags once
 * its entities are resolved. It must begin with one of them and close it, or break its lines with them: a text that only
 * mentions `&lt;br&gt;` stays as it is.
 */
export function withEscapedMarkup(html: string): string {
  if (!/&(?:lt|#0*60|#x0*3c);/i.test(html) || /<[a-z/!]/i.test(html)) return html;
  const markup = decodeHTML(html);
  const name = OPENING.exec(markup)?.[1]?.toLowerCase() ?? '';
  const begins = tagNames.has(name) && (voids.has(name) || markup.toLowerCase().includes(`</${name}`));
  const ends = markup.match(ENDS) ?? [];
  return begins || ends.length > 1 || ends[0]?.startsWith('</') ? markup : html;
}

const voids = new Set(['br', 'hr', 'img']);
