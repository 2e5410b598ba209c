import { z } from 'zod';
import { type Place, places } from './boilerplate-kinds.ts';

/** How many of each are remembered; whatever a feed sends, the state stays of this size. */
export const limits = {
  items: 300,
  titles: 30,
  affixes: 20,
  candidates: 1500,
  furniture: 300,
  /** Items back to which the sightings of a candidate reach. */
  span: 150,
};

/** How many items a unit seen once is waited for; furniture comes back sooner, most paragraphs never. */
const patience = { middle: 5, outside: 12 };

const sightings = z.array(z.int().min(0)).max(limits.span).optional();

/** What a feed has taught: kept under `boilerplate` in `status/<feed>.json`. */
export const learnedSchema = z.strictObject({
  /** Items counted so far, which is the running number of the latest. */
  seen: z.int().min(0),
  /** Short hashes of the items counted last, oldest first: an item counts once, however often it is pulled. */
  items: z.array(z.string()).max(limits.items),
  /** The titles counted last, oldest first. */
  titles: z.array(z.string()).max(limits.titles),
  /** What the source puts before and after its headlines, separators included. */
  affixes: z.strictObject({
    prefixes: z.array(z.string()).max(limits.affixes),
    suffixes: z.array(z.string()).max(limits.affixes),
  }),
  /** Units under observation: the running numbers of the items they stood in, by place. */
  candidates: z.record(z.string(), z.strictObject({ middle: sightings, edge: sightings, end: sightings })),
  /** Units known as furniture: the item each last stood in, and its first words for whoever reads the file. */
  furniture: z.record(z.string(), z.strictObject({ last: z.int().min(0), text: z.string() })),
});

export type Learned = z.infer<typeof learnedSchema>;
export type Candidate = Learned['candidates'][string];

/** The state of a feed that has taught nothing. */
export const untaught: Learned = {
  seen: 0,
  items: [],
  titles: [],
  affixes: { prefixes: [], suffixes: [] },
  candidates: {},
  furniture: {},
};

/** Forgets the candidates that have not come back, and the oldest beyond the limit. Sorted by key. */
export function pruneCandidates(
  candidates: Iterable<[string, Candidate]>,
  seen: number,
): Learned['candidates'] {
  const kept: { key: string; candidate: Candidate; latest: number }[] = [];
  for (const [key, candidate] of candidates) {
    const recent = withinSpan(candidate, seen);
    const at = places.flatMap((place) => recent[place] ?? []);
    const latest = Math.max(0, ...at);
    const wait = recent.edge || recent.end ? patience.outside : patience.middle;
    if (at.length > 1 || latest > seen - wait) kept.push({ key, candidate: recent, latest });
  }
  const newest = kept
    .sort((a, b) => b.latest - a.latest || compare(a.key, b.key))
    .slice(0, limits.candidates);
  return Object.fromEntries(
    newest.sort((a, b) => compare(a.key, b.key)).map((kept) => [kept.key, kept.candidate]),
  );
}

function withinSpan(candidate: Candidate, seen: number): Candidate {
  const recent: Candidate = {};
  for (const place of places) {
    const at = (candidate[place] ?? []).filter((number) => number > seen - limits.span);
    if (at.length > 0) recent[place] = at;
  }
  return recent;
}

/** Keeps the furniture seen last. Sorted by key. */
export function pruneFurniture(furniture: Learned['furniture']): Learned['furniture'] {
  const newest = Object.entries(furniture)
    .sort(([aKey, a], [bKey, b]) => b.last - a.last || compare(aKey, bKey))
    .slice(0, limits.furniture);
  return Object.fromEntries(newest.sort(([a], [b]) => compare(a, b)));
}

/** How often a candidate was seen in a place among the last `span` items. */
export function sightingsIn(candidate: Candidate, place: Place, seen: number, span: number): number {
  return (candidate[place] ?? []).filter((at) => at > seen - span).length;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
