import { z } from 'zod';
import { compareText } from '../../text/compare.ts';
import { places, type UnitPlace } from './kinds.ts';

/** How many of each are stored. Whatever a feed sends, the state stays below this size. */
export const limits = {
  items: 300,
  titles: 30,
  affixes: 20,
  candidates: 1500,
  boilerplate: 300,
  /** Sightings of a candidate more than this many items ago are dropped. */
  span: 150,
};

/** Drop a unit seen only once after this many items: boilerplate returns sooner, most paragraphs never. */
const patience = { middle: 5, outside: 12 };

/** What was learned from a feed. Stored under `boilerplate` in `status/<feed>.json`. */
export const learnedSchema = z.strictObject({
  /** How many items were counted so far: the running number of the latest. */
  seen: z.int().min(0),
  /** Short hashes of the items counted last, oldest first, so that an item counts once however often it is pulled. */
  items: z.array(z.string()).max(limits.items),
  /** The titles counted last, oldest first. */
  titles: z.array(z.string()).max(limits.titles),
  /** What the source puts before and after its headlines, with separators. */
  affixes: z.strictObject({
    prefixes: z.array(z.string()).max(limits.affixes),
    suffixes: z.array(z.string()).max(limits.affixes),
  }),
  /** Units that may prove to be boilerplate: their places and the numbers of their items, as `edge:7,9 end:12`. */
  candidates: z.record(
    z.string(),
    z
      .string()
      .max(2000)
      .regex(/^[a-z]+:\d+(?:,\d+)*(?: [a-z]+:\d+(?:,\d+)*)*$/),
  ),
  /**
   * Units known as boilerplate: the number of the item that each last stood in, and its first words for people who read
   * the file. The key has the name that the first version stored.
   */
  furniture: z.record(z.string(), z.strictObject({ last: z.int().min(0), text: z.string() })),
});

export type Learned = z.infer<typeof learnedSchema>;

/** The running numbers of the items that a unit stood in, oldest first, by place. */
export type Candidate = Partial<Record<UnitPlace, number[]>>;

/** The state of a feed of which nothing was learned. */
export const untaught: Learned = {
  seen: 0,
  items: [],
  titles: [],
  affixes: { prefixes: [], suffixes: [] },
  candidates: {},
  furniture: {},
};

export function readCandidates(written: Learned['candidates']): Map<string, Candidate> {
  return new Map(Object.entries(written).map(([key, text]) => [key, readCandidate(text)]));
}

function readCandidate(text: string): Candidate {
  const candidate: Candidate = {};
  for (const part of text.split(' ')) {
    const [place, numbers] = part.split(':');
    const known = places.find((name) => name === place);
    if (known && numbers) candidate[known] = numbers.split(',').map(Number);
  }
  return candidate;
}

/**
 * The candidates to keep, as text, sorted by key: those seen twice or recently, and only the newest when there are too
 * many.
 */
export function writeCandidates(
  candidates: Iterable<[string, Candidate]>,
  seen: number,
): Learned['candidates'] {
  const kept: { key: string; text: string; latest: number }[] = [];
  for (const [key, candidate] of candidates) {
    const recent = withinSpan(candidate, seen);
    const at = recent.flatMap(([, numbers]) => numbers);
    const latest = Math.max(0, ...at);
    const wait = recent.some(([place]) => place !== 'middle') ? patience.outside : patience.middle;
    if (at.length < 2 && latest <= seen - wait) continue;
    kept.push({ key, text: recent.map(([place, numbers]) => `${place}:${numbers}`).join(' '), latest });
  }
  const newest = kept
    .sort((a, b) => b.latest - a.latest || compareText(a.key, b.key))
    .slice(0, limits.candidates);
  return Object.fromEntries(
    newest.sort((a, b) => compareText(a.key, b.key)).map(({ key, text }) => [key, text]),
  );
}

function withinSpan(candidate: Candidate, seen: number): [UnitPlace, number[]][] {
  return places
    .map((place): [UnitPlace, number[]] => [
      place,
      (candidate[place] ?? []).filter((number) => number > seen - limits.span),
    ])
    .filter(([, numbers]) => numbers.length > 0);
}

/** Keeps the boilerplate seen last, sorted by key. */
export function pruneBoilerplate(furniture: Learned['furniture']): Learned['furniture'] {
  const newest = Object.entries(furniture)
    .sort(([aKey, a], [bKey, b]) => b.last - a.last || compareText(aKey, bKey))
    .slice(0, limits.boilerplate);
  return Object.fromEntries(newest.sort(([a], [b]) => compareText(a, b)));
}

/** Joins what was learned from pulls and from an archive of the same feed. */
export function withArchive(pulled: Learned | null, archive: Learned | null): Learned | null {
  if (pulled === null || archive === null) return pulled ?? archive;
  const older = Object.entries(archive.furniture).map(([key, { text }]) => [key, { last: 0, text }] as const);
  const union = (a: string[], b: string[]) => [...new Set([...a, ...b])].slice(-limits.affixes);
  return {
    ...pulled,
    affixes: {
      prefixes: union(archive.affixes.prefixes, pulled.affixes.prefixes),
      suffixes: union(archive.affixes.suffixes, pulled.affixes.suffixes),
    },
    furniture: pruneBoilerplate({ ...Object.fromEntries(older), ...pulled.furniture }),
  };
}

/** How often a candidate was seen in a place in the last `span` items. */
export function sightingsIn(candidate: Candidate, place: UnitPlace, seen: number, span: number): number {
  return (candidate[place] ?? []).filter((at) => at > seen - span).length;
}
