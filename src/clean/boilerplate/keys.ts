import { hash } from 'node:crypto';
import { foldSpace } from '../../html/text-of.ts';
import { memoize } from '../../text/memoize.ts';
import { plainLine } from '../clean-title.ts';
import { linkAround } from './links.ts';
import { textOfPart, type Unit, widthOf } from './unit.ts';

/** Longest line compared, in characters; furniture is shorter. */
const longestLine = 1000;

/**
 * The names under which a unit is counted; two units with a name in common are the same furniture.
 * Text is compared without case, dates, years and clock times, with the item's title as a place-holder, and
 * with the hosts that it links to; a line that is mostly link ("The post … appeared first on …") also without
 * the words of the links. Other figures stay: "closed at 23,456" is news. A line without a letter has no name:
 * it is the mark of a footnote, or the number of a part.
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

/** The name of a line by its words, or null when it has none. Most lines do not hold their title. */
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

/** Least width of the words around the links by which a line is known: "Source: …" is too little. */
const leastFrame = 12;

/** What stands around the links of a line that is mostly link, each run of links as one place-holder. */
function linkFrame(unit: Unit): string | null {
  if (unit.linkedText * 2 < unit.text.length || unit.linkedText >= unit.text.length) return null;
  const parts = unit.parts.map((part) => (linkAround(part.node) !== null ? '{}' : textOfPart(part)));
  const frame = timeless(fold(parts.join(''))).replace(/\{\}(?:[\s,;，、；|/·•]*\{\})+/g, '{}');
  return widthOf(frame.replaceAll('{}', '').replace(/[^\p{L}\p{N}]/gu, '')) >= leastFrame ? frame : null;
}

const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
/** Dates, years and clock times: what changes in furniture. A line of nothing else is no furniture but a date. */
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

/** What is compared of a line without its title and its links, and its name when it has none of them. */
const lineOf = memoize((text) => {
  const folded = fold(text);
  const words = timeless(folded);
  return { folded, words, key: hasWords(words) ? shortHash('text', words, '') : null };
});

/** A title as it stands in folded lines, or null when it is too short to be looked for. */
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
