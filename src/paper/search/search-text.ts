import { Parser } from 'htmlparser2';
import { Converter } from 'opencc-js/t2cn';
import { spaced } from './words.ts';

/** Separates headline and text, also in an excerpt that spans both. */
const between = ' · ';

/** How many characters of an article are searched: nearly all articles are shorter. */
const LONGEST = 6000;

const simplified = Converter({ from: 'twp', to: 'cn' });

/**
 * The words of an item as the index holds them: title, then the text of the body. Traditional Chinese is
 * converted to simplified, so that a query in either script finds both, and spaces are put between words; queries are
 * treated the same way. Text is never cut inside a surrogate pair, which the search engine refuses.
 */
export function searchText(title: string, body: string, language: string | null): string {
  const text = `${title}${between}${plainText(body)}`.slice(0, LONGEST).toWellFormed();
  return spaced(isTraditional(language) ? simplified(text) : text);
}

function isTraditional(language: string | null): boolean {
  return /^zh\b/.test(language ?? '') && /-(Hant|TW|HK|MO)\b/.test(language ?? '');
}

/** The text of a sanitised body, with a space wherever a block begins or ends. */
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
