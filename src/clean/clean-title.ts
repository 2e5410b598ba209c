import { isText } from 'domhandler';
import { parseHtml } from '../html/parse.ts';
import { foldSpace } from '../html/text-of.ts';
import type { Learned } from './boilerplate/state.ts';

/** Longest title, in UTF-16 units. A longer one is cut. */
const longestTitle = 1000;
/** Controls, zero-width spaces and direction overrides, which no reader sees. Joiners and direction marks stay. */
const invisible = /[[\p{Cc}\u00ad\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]--[\t\n\r]]/gv;
/** A character that may be one of them: a quick test, because hardly any text has one. */
const extraordinary =
  /[^ -~\u00a0-\u00ac\u00ae-\u200a\u200c-\u2029\u202f-\u205f\u2061-\u2065\u206a-\ufefe\uff00-\ufffd]/;
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;

/** A text as one visible line: each run of white space becomes one space, invisible characters are removed. */
export function plainLine(text: string): string {
  return foldSpace(extraordinary.test(text) ? text.replace(invisible, '') : text).trim();
}

/**
 * Removes from a headline what the source puts around every headline (" – Some Radio", "Paper | "), leftover entities
 * and superfluous white space. Keeps columns, which differ from title to title. Never empty unless the title is.
 * Cleaning twice changes nothing.
 */
export function cleanTitle(title: string, learned: Learned | null): string {
  const line = plainTitle(title);
  return learned === null ? line : withoutAffixes(line, learned.affixes);
}

/** The title in the form in which affixes are learned and removed. */
export function plainTitle(title: string): string {
  let line = plainLine(title.slice(0, longestTitle).toWellFormed());
  for (let decoded = decode(line); decoded !== line; decoded = decode(line)) line = decoded;
  return line;
}

/** Decodes entities: plain text that was encoded too often still shows `&quot;`. */
function decode(line: string): string {
  return plainLine(
    line.replace(entity, (found) => {
      const decoded = parseHtml(found).children[0];
      return decoded && isText(decoded) ? decoded.data : found;
    }),
  );
}

function withoutAffixes(title: string, { prefixes, suffixes }: Learned['affixes']): string {
  const suffix = longest(suffixes, (affix) => title.endsWith(affix) && title.length > affix.length);
  const prefix = longest(prefixes, (affix) => title.startsWith(affix) && title.length > affix.length);
  const rest = title.slice(prefix.length, suffix === '' ? undefined : -suffix.length).trim();
  if (rest === '' || rest === title) return title;
  return withoutAffixes(rest, { prefixes, suffixes });
}

function longest(affixes: string[], fits: (affix: string) => boolean): string {
  return affixes.filter(fits).reduce((best, affix) => (affix.length > best.length ? affix : best), '');
}
