import { canonicalLink } from '../../text/url.ts';
import { fingerprintRange, resemblance } from './fingerprint.ts';
import { nameTwoCountries, type StoryWords } from './reading.ts';
import type { StoryInput, StorySettings } from './story.ts';

/** Values of a fingerprint that are looked up together: two texts that share most of it share one of these. */
const bandLength = 3;
/** A band or link that more items share than this is furniture of a site, not an article. */
const mostAlike = 60;

/** An item with what it says. */
export interface ReadItem {
  item: StoryInput;
  reading: StoryWords;
}

/**
 * Which items are one article: the same page in several feeds, or near-identical text anywhere (also a headline
 * that its own feed issued again). Sets of positions, each position in one set, in the order given.
 */
export function sameArticles(items: readonly ReadItem[], settings: StorySettings): number[][] {
  const sets = items.map((_, index) => index);
  const rootOf = (index: number): number => {
    const above = sets[index] ?? index;
    return above === index ? index : rootOf(above);
  };
  const join = (a: number, b: number) => {
    const [first, second] = [rootOf(a), rootOf(b)].sort((x, y) => x - y) as [number, number];
    sets[second] = first;
  };
  for (const [a, b] of samePage(items)) join(a, b);
  for (const alike of groupsBy(items, bandsOf)) {
    for (const [a, b] of pairsOf(alike)) {
      if (rootOf(a) === rootOf(b)) continue;
      const [one, other] = [items[a]?.reading, items[b]?.reading];
      if (one && other && isSameText(one, other, settings)) join(a, b);
    }
  }
  return [...Map.groupBy(items.keys(), rootOf).values()];
}

function isSameText(a: StoryWords, b: StoryWords, settings: StorySettings): boolean {
  return resemblance(a.fingerprint, b.fingerprint) >= settings.sameText && !nameTwoCountries(a, b);
}

/** Pairs of items of different feeds with the same link. A link that a feed gives to several items names none. */
function samePage(items: readonly ReadItem[]): [number, number][] {
  const byLink = groupsBy(items, ({ item }) => {
    const link = canonicalLink(item.link);
    return link !== null && /[/?]/.test(link) ? [link] : [];
  });
  return byLink
    .filter((alike) => new Set(alike.map((index) => items[index]?.item.feed)).size === alike.length)
    .flatMap(pairsOf);
}

function bandsOf({ reading: { fingerprint } }: ReadItem): number[] {
  if (fingerprint === null) return [];
  const bands: number[] = [];
  fingerprint.forEach((value, k) => {
    const band = Math.floor(k / bandLength);
    bands[band] = (bands[band] ?? band) * fingerprintRange + value;
  });
  return bands;
}

function groupsBy<Key>(items: readonly ReadItem[], keysOf: (item: ReadItem) => Key[]): number[][] {
  const groups = new Map<Key, number[]>();
  items.forEach((item, index) => {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(index);
      else groups.set(key, [index]);
    }
  });
  return [...groups.values()].filter((group) => group.length > 1 && group.length <= mostAlike);
}

function pairsOf(indexes: readonly number[]): [number, number][] {
  return indexes.flatMap((a, at) => indexes.slice(at + 1).map((b): [number, number] => [a, b]));
}
