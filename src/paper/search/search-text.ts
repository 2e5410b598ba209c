import { Parser } from 'htmlparser2';
import { Converter } from 'opencc-js/t2cn';
import { spaced } from './words.ts';

/** Between headline and text: an excerpt that begins in one and ends in the other shows it. */
const between = ' · ';

/** How much of an article is searched, in characters: enough for nearly all of them. */
const LONGEST = 6000;

const simplified = Converter({ from: 'twp', to: 'cn' });

/**
 * The words of an item as the index holds them: title, then the text of the body. Traditional Chinese becomes
 * simplified, so that both scripts find each other, and its words get spaces; a query is put the same way. Whole
 * characters only: the search engine refuses a text with half a one.
 */
export function searchText(title: string, body: string, language: string | null): string {
  const text = `${title}${between}${plainText(body)}`.slice(0, LONGEST).toWellFormed();
  return spaced(isTraditional(language) ? simplified(text) : text);
}

function isTraditional(language: string | null): boolean {
  return /^zh\b/.test(language ?? '') && /-(Hant|TW|HK|MO)\b/.test(language ?? '');
}

/** The text of a sanitised body, a space wherever an element begins or ends a block. */
function plainText(html: string): string {
  let text = '';
  const space = (name: string) => {
    if (!inline.has(name)) text += ' ';
  };
  const parser = new Parser({ ontext: (part) => (text += part), onopentagname: space, onclosetag: space });
  parser.end(html);
  return text.replace(/\s+/g, ' ').trim();
}

const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'code',
  'del',
  'em',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
  'wbr',
]);
