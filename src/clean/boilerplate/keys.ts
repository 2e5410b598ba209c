import { hash } from 'node:crypto';
import { remembered } from '../remembered.ts';
import { plainLine } from '../titles.ts';
import { linkAround } from './links.ts';
import { textOfPart, type Unit, widthOf } from './unit.ts';

/** Longest line compared, in characters; furniture is shorter. */
const longestLine = 1000;

/**
 * The names under which a unit is counted; two units with a name in common are the same furniture.
 * Text is compared without case, dates, years and clock times, with the item's title as a place-holder, and
 * with the hosts that it links to; a line that is mostly link ("The post … appeared first on …") also without
 * the words of the links. Other figures stay: "closed at 23,456" is news.
 */
export function keysOf(unit: Unit, title: string): string[] {
  if (unit.kind !== 'text')
    return unit.source === '' ? [] : [shortHash([unit.kind, unit.source, unit.hosts.join(' ')].join('\n'))];
  if (unit.text.length > longestLine) return [];
  const words = normalise(unit.text, title);
  if (!/[\p{L}\p{N}]/u.test(words)) return [];
  const hosts = unit.hosts.join(' ');
  const keys = [shortHash(`text\n${words}\n${hosts}`)];
  const frame = linkFrame(unit);
  if (frame !== null) keys.push(shortHash(`frame\n${frame}\n${[...new Set(unit.hosts)].join(' ')}`));
  return keys;
}

/** Least width of the words around the links by which a line is known: "Source: …" is too little. */
const leastFrame = 12;

/** What stands around the links of a line that is mostly link, each run of links as one place-holder. */
function linkFrame(unit: Unit): string | null {
  if (unit.linkedText * 2 < unit.text.length || unit.linkedText >= unit.text.length) return null;
  const parts = unit.parts.map((part) => (linkAround(part.node) !== null ? '{}' : textOfPart(part)));
  const frame = normalise(parts.join(''), '').replace(/\{\}(?:[\s,;，、；|/·•]*\{\})+/g, '{}');
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

function normalise(text: string, title: string): string {
  const line = folded(text);
  const name = nameOf(title);
  return timeless(name === null ? line : line.replaceAll(name, '{title}'));
}

const folded = remembered((text) => text.normalize('NFKC').toLowerCase());

/** A title as it stands in folded lines, or null when it is too short to be looked for. */
const nameOf = remembered((title) => {
  const name = plainLine(folded(title));
  return widthOf(name) >= 8 ? name : null;
});

const timeless = remembered((line) => line.replace(moments, '#').replace(/\s+/g, ' ').trim());

const shortHash = remembered((text) => hash('sha256', text).slice(0, 8));
