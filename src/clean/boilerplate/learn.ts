import { createHash } from 'node:crypto';
import { parseHtml } from '../../html/parse.ts';
import { plainTitle } from '../clean-title.ts';
import { learnAffixes } from '../title-affixes.ts';
import { keysOf } from './keys.ts';
import { alike, hasWordsOf, kindOf, ownWords, placeOf, type UnitKind, type UnitPlace } from './kinds.ts';
import {
  type Candidate,
  type Learned,
  limits,
  pruneBoilerplate,
  readCandidates,
  untaught,
  writeCandidates,
} from './state.ts';
import { unitsOf } from './units.ts';
import { isBoilerplate } from './verdict.ts';

export { type Learned, learnedSchema, withArchive } from './state.ts';

/** What learning reads of an item: a stable id, the raw HTML, the title as the feed gives it. */
export interface Lesson {
  id: string;
  html: string;
  title: string;
}

/** Most items counted of one document, its first. Half of the ids that are stored, so that no item counts twice. */
const atOnce = 150;
/** How many units at the start and at the end of an item are counted. */
const unitsWatched = 60;

/**
 * Learns by counting what a feed repeats around its articles: a unit that stands in at least five items and in a third
 * of the recent ones is boilerplate. `rules/boilerplate.ts` removes it.
 *
 * `items` are those of one document in its order, newest first. Items counted before change nothing, so learning the
 * same document again returns the same state. Pure and deterministic; does not change `state`.
 */
export function learn(state: Learned | null, items: readonly Lesson[]): Learned {
  const before = state ?? untaught;
  const known = new Set(before.items);
  const fresh = new Map<string, Lesson>();
  for (const item of items.slice(0, atOnce)) {
    const id = shortHash(item.id);
    if (!known.has(id) && !fresh.has(id)) fresh.set(id, item);
  }
  if (fresh.size === 0) return before;
  const titles = [...before.titles, ...[...fresh.values()].map(({ title }) => plainTitle(title))];
  const counting = new Counting(before, ownWords(titles));
  for (const [id, item] of [...fresh].reverse()) counting.count(id, item);
  return counting.conclude(fresh.size);
}

interface Sighting {
  key: string;
  place: UnitPlace;
  kind: UnitKind;
  words: string;
  /** Whether it has words of the item's headline. Then it belongs to the item and is not counted. */
  own: boolean;
}

/** Adds the counts of one document to an earlier state. */
class Counting {
  readonly #state: Learned;
  readonly #candidates: Map<string, Candidate>;
  readonly #sightings = new Map<string, Sighting>();
  readonly #headlines: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(before: Learned, headlines: ReadonlyMap<string, ReadonlySet<string>>) {
    this.#headlines = headlines;
    this.#state = structuredClone(before);
    this.#candidates = readCandidates(before.candidates);
  }

  count(id: string, { html, title }: Lesson): void {
    const state = this.#state;
    const line = plainTitle(title);
    const sightings = look(html, line, this.#wordsOf(line));
    const reissued = this.#isReissue(line, sightings);
    state.items.push(id);
    state.titles.push(line);
    if (reissued) return;
    state.seen += 1;
    for (const sighting of sightings) {
      const found = state.furniture[sighting.key];
      if (found) found.last = state.seen;
      else if (!sighting.own) this.#note(sighting);
    }
  }

  #note(sighting: Sighting): void {
    const { key, place } = sighting;
    const candidate = this.#candidates.get(key) ?? {};
    candidate[place] = [...(candidate[place] ?? []), this.#state.seen];
    this.#candidates.set(key, candidate);
    this.#sightings.set(key, sighting);
  }

  /** Whether an article is published again under nearly the same headline. Its paragraphs must not count again. */
  #isReissue(title: string, sightings: Sighting[]): boolean {
    const words = this.#wordsOf(title);
    const again = this.#state.titles.some((other) => other === title || alike(words, this.#wordsOf(other)));
    if (!again) return false;
    const unknown = sightings.filter(({ key }) => !this.#state.furniture[key]);
    return 2 * unknown.filter(({ key }) => this.#candidates.has(key)).length > unknown.length;
  }

  #wordsOf(title: string): ReadonlySet<string> {
    return this.#headlines.get(title) ?? new Set();
  }

  /** The new state: units that have proved to be boilerplate are known, and stale candidates are dropped. */
  conclude(fresh: number): Learned {
    const { seen, items, titles, affixes, furniture } = this.#state;
    for (const { key, kind, words } of this.#sightings.values()) {
      if (!isBoilerplate(this.#candidates.get(key) ?? {}, kind, seen, fresh)) continue;
      furniture[key] = { last: seen, text: [...words].slice(0, 60).join('') };
      this.#candidates.delete(key);
    }
    return {
      seen,
      items: items.slice(-limits.items),
      titles: titles.slice(-limits.titles),
      affixes: learnAffixes(titles.slice(-Math.max(limits.titles, fresh)), affixes),
      candidates: writeCandidates(this.#candidates, seen),
      furniture: pruneBoilerplate(furniture),
    };
  }
}

/** The units of an item that may be boilerplate, each key once. */
function look(html: string, title: string, headline: ReadonlySet<string>): Sighting[] {
  const units = unitsOf(parseHtml(html));
  const sightings = new Map<string, Sighting>();
  units.forEach((unit, index) => {
    if (index >= unitsWatched && index < units.length - unitsWatched) return;
    const kind = kindOf(units, index);
    if (kind === null) return;
    const own = hasWordsOf(unit, kind, headline);
    const place = placeOf(units, index);
    for (const key of keysOf(unit, title)) {
      if (!sightings.has(key)) sightings.set(key, { key, place, kind, own, words: unit.text || unit.source });
    }
  });
  return [...sightings.values()];
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
