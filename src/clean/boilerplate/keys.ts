import { hash } from 'node:crypto';
import { foldSpace } from '../../html/text-of.ts';
import { memoize } from '../../text/memoize.ts';
import { plainLine } from '../clean-title.ts';
import { linkAround } from './links.ts';
import { textOfPart, type Unit, widthOf } from './unit.ts';

/** Longest line counted, in characters. Boilerplate is shorter. */
const longestLine = 1000;

/**
 * The keys under which a unit is counted. Two units that share a key are the same boilerplate.
 * The key of a text ignores case, dates, years and clock times, replaces the item's title by a placeholder and
 * includes the hosts of its links. A line that is mostly link ("The post … appeared first on …") has a second key
 * without the words of the links. Other figures count: "closed at 23,456" is news. A line without a letter has no key:
 * it is the mark of a footnote or the number of a part.
 */
export function keysOf(unit: Unit, title: string): string[] {
  if (unit.kind !== 'text')
    return unit.source === '' ? [] : [shortHash(unit.kind, unit.source, unit.hosts.join(' '))];
  if (unit.text.length > longestLine) return [];
  const key = textKey(unit, title);
  if (key === null) return [];
  const frame = linkFrame(unit);
  return frame === null ? [key] : [key, shortHash('frame', frame, [...new Set(unit.hosts)].join(' '))];
}

/** The key of a line by its words, or null for a line without words. Most lines do not contain the title. */
function textKey(unit: Unit, title: string): string | null {
  const line = lineOf(unit.text);
  const name = nameOf(title);
  if (name !== null && line.folded.includes(name)) {
    const words = timeless(line.folded.replaceAll(name, '{title}'));
    return hasWords(words) ? shortHash('text', words, unit.hosts.join(' ')) : null;
  }
  if (unit.hosts.length > 0)
    return hasWords(line.words) ? shortHash('text', line.words, unit.hosts.join(' ')) : null;
  return line.key;
}

/** Least width of the words around the links for a key of their own: "Source: …" is too little. */
const leastFrame = 12;

/** The words around the links of a line that is mostly link, with one placeholder for each run of links. */
function linkFrame(unit: Unit): string | null {
  if (unit.linkedText * 2 < unit.text.length || unit.linkedText >= unit.text.length) return null;
  const parts = unit.parts.map((part) => (linkAround(part.node) !== null ? '{}' : textOfPart(part)));
  const frame = timeless(fold(parts.join(''))).replace(/\{\}(?:[\s,;，、；|/·•]*\{\})+/g, '{}');
  return widthOf(frame.replaceAll('{}', '').replace(/[^\p{L}\p{N}]/gu, '')) >= leastFrame ? frame : null;
}

const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
/** Dates, years and clock times, which change in boilerplate. A line of nothing else is a date and no boilerplate. */
const moments = new RegExp(
  [
    '\\d{1,4}\\s?年(?:\\s?\\d{1,2}\\s?月(?:\\s?\\d{1,2}\\s?日)?)?|\\d{1,2}\\s?月\\s?\\d{1,2}\\s?日',
    '\\d{4}-\\d{2}-\\d{2}(?:t[\\d:.]+z?)?|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}',
    `\\d{1,2}(?:st|nd|rd|th)?\\s(?:${month})\\.?(?:,?\\s\\d{4})?`,
    `(?:${month})\\.?\\s\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s\\d{4})?`,
    '\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[ap]m)?|\\b(?:19|20)\\d{2}\\b',
    '\\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b|(?:星期|周|週)[一二三四五六日天]|\\b(?:gmt|utc)\\b',
  ].join('|'),
  'g',
);

/** A line in the form that is compared, and its key where it has neither the title nor a link. */
const lineOf = memoize((text) => {
  const folded = fold(text);
  const words = timeless(folded);
  return { folded, words, key: hasWords(words) ? shortHash('text', words, '') : null };
});

/** A title in the form in which folded lines contain it, or null when it is too short to search for. */
const nameOf = memoize((title) => {
  const name = plainLine(fold(title));
  return widthOf(name) >= 8 ? name : null;
});

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

const timeless = (line: string): string => foldSpace(line.replace(moments, '#')).trim();

const hasWords = (line: string): boolean => /\p{L}/u.test(line);

function shortHash(...parts: string[]): string {
  return hash('sha256', parts.join('\n')).slice(0, 8);
}
