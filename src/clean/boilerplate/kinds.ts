import { creditLabels } from '../phrases/credits.ts';
import { type Unit, widthOf } from './unit.ts';

/** Least width of words without a link that can be boilerplate by themselves. Less is a credit or a label. */
const leastProse = 24;

export const places = ['middle', 'edge', 'end'] as const;
export type UnitPlace = (typeof places)[number];

/** What the counting takes a unit for. A `label` is too short to be boilerplate by itself. */
export type UnitKind = 'linked' | 'prose' | 'label';

/** The kind of a unit, or null for units that are never counted: pictures of the article, players, captions. */
export function kindOf(units: readonly Unit[], index: number): UnitKind | null {
  const unit = units[index];
  if (!unit || unit.kind === 'player') return null;
  if (unit.kind === 'frame') return 'linked';
  if (unit.kind === 'picture')
    return unit.hosts.length > 0 && !hasCaption(unit, units[index + 1]) ? 'linked' : null;
  const width = widthOf(unit.text);
  if (isCaption(units, index, width)) return null;
  if (width <= widestCredit && isCredit(unit.text)) return 'label';
  if (unit.hosts.length > 0) return 'linked';
  return width >= leastProse ? 'prose' : 'label';
}

const widestCredit = 80;
/** A credit in English without a colon: "Reporting by A. Moor". */
const creditBy =
  /^(?:(?:reporting|report|written|words|text|photos?|pictures?|images?|story|edited|editing|translated|translation|illustration)\s+)?(?:by|via)\s+\p{Lu}/u;

function isCredit(text: string): boolean {
  const line = text.replace(/^[([（【\s]+/, '');
  return creditLabels.pattern.test(line) || creditBy.test(line.charAt(0).toLowerCase() + line.slice(1));
}

/** Whether a picture shares a box with the words behind it. Then it is a picture of the article. */
function hasCaption(picture: Unit, next: Unit | undefined): boolean {
  if (next?.kind !== 'text' || next.hosts.length > 0) return false;
  return next.block === picture.block || ('parent' in next.block && next.block.parent === picture.block);
}

/** Whether words stand under a picture: credit and caption belong to it, even when the picture is repeated. */
function isCaption(units: readonly Unit[], index: number, width: number): boolean {
  if (units[index]?.setOff) return false;
  const isMedia = (unit: Unit | undefined) => unit?.kind === 'picture' || unit?.kind === 'player';
  const linked = (units[index]?.hosts.length ?? 0) > 0;
  if (linked && width >= 40) return false;
  if (isMedia(units[index - 1])) return true;
  const credit = units[index - 1];
  return isMedia(units[index - 2]) && credit !== undefined && widthOf(credit.text) < 60 && !linked;
}

const edgeUnits = 4;

/** The place of a unit: `end` is the closing box, `edge` the first and last few units. */
export function placeOf(units: readonly Unit[], index: number): UnitPlace {
  const last = units.at(-1);
  const nearEnd = index >= units.length - edgeUnits;
  if (nearEnd && last?.kind !== 'picture' && units[index]?.block === last?.block) return 'end';
  return index < edgeUnits || nearEnd ? 'edge' : 'middle';
}

/** A word in this share of the titles or more is the feed's subject and does not distinguish articles. */
const commonShare = 2 / 3;
const leastTitles = 5;

/** The words of each title without the words that most titles have. */
export function ownWords(titles: Iterable<string>): Map<string, ReadonlySet<string>> {
  const words = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  let all = 0;
  for (const title of titles) {
    all += 1;
    const found = words.get(title) ?? wordsOf(title);
    words.set(title, found);
    for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const least = Math.max(leastTitles, commonShare * all);
  const common = new Set([...counts].filter(([, count]) => count >= least).map(([word]) => word));
  return new Map([...words].map(([title, found]) => [title, found.difference(common)]));
}

/**
 * Whether a line has words of its article's headline, given as `ownWords` returns them. Such a line belongs to the
 * article: a running story repeats its background. A word weighs as much as two pairs of Chinese characters.
 */
export function hasWordsOf(unit: Unit, kind: UnitKind, headline: ReadonlySet<string>): boolean {
  if (kind === 'linked' || unit.kind !== 'text') return false;
  const text = unit.text.toLowerCase();
  let all = 0;
  let shared = 0;
  for (const word of headline) {
    const weight = han.test(word) ? 1 : 2;
    all += weight;
    if (text.includes(word)) shared += weight;
  }
  return shared >= 2 && shared >= 0.2 * all;
}

const han = /[\p{Script=Han}\p{Script=Kana}]/u;

/** Pairs of Chinese characters, and words of four letters or more. */
function wordsOf(title: string): Set<string> {
  const words = new Set<string>();
  for (const [run] of title.toLowerCase().matchAll(/[\p{Script=Han}\p{Script=Kana}]+|[\p{L}\p{M}]{4,}/gu)) {
    if (!han.test(run)) words.add(run);
    else for (let at = 0; at + 1 < run.length; at += 1) words.add(run.slice(at, at + 2));
  }
  return words;
}

/** Whether two headlines, given as `ownWords` returns them, say nearly the same. */
export function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = one.intersection(other).size;
  return shared > 0 && shared >= 0.6 * (one.size + other.size - shared);
}
