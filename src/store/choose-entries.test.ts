import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseEntries, type DocumentEntry } from './choose-entries.ts';

const now = new Date('2026-11-22T05:43:00Z');
/** Entries with these names, newest first, an hour between two. */
const dated = (names: readonly string[], newest = now): DocumentEntry[] =>
  names.map((name, index) => ({
    name,
    item: { publishedAt: new Date(newest.getTime() - (index + 1) * 3_600_000).toISOString() },
  }));
const undated = (names: readonly string[]): DocumentEntry[] =>
  names.map((name) => ({ name, item: { publishedAt: null } }));
const names = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, index) => `n${from - index}`);
const choose = (entries: DocumentEntry[], maxItems: number, known: string[] = [], waited: string[] = []) => {
  const { taken, ...rest } = chooseEntries(entries, { maxItems, known: new Set(known), waited, now });
  return { taken: taken.map(({ name }) => name), ...rest };
};

describe('the entries that a pull takes', () => {
  test('are all of a document that is not too long', () => {
    expect(choose(dated(names(3, 1)), 3)).toEqual({ taken: names(3, 1), waiting: [], gone: 0 });
  });

  test.each([
    ['dated', dated],
    ['without dates', undated],
  ])('are, of a burst that stays in the document, all in the end, newest first (%s)', (_, made) => {
    let known = ['n1', 'n2'];
    let waited: string[] = [];
    const nights: string[][] = [];
    for (let night = 0; night < 4; night += 1) {
      const { taken, waiting } = choose(made(names(12, 1)), 4, known, waited);
      nights.push(taken.filter((name) => !known.includes(name)));
      known = [...new Set([...known, ...taken])];
      waited = waiting;
    }
    expect(nights).toEqual([names(12, 9), names(8, 5), names(4, 3), []]);
    expect(waited).toEqual([]);
  });

  test('are the newest of a burst that pushes all known entries out, and the rest waits', () => {
    const first = choose(undated(names(10, 5)), 4, ['n1', 'n2'], []);
    expect(first).toEqual({ taken: names(10, 7), waiting: [], gone: 0 });
    const recent = choose(dated(names(10, 5)), 4, ['n1', 'n2'], []);
    expect(recent).toEqual({ taken: names(10, 7), waiting: names(6, 5), gone: 0 });
  });

  test('are no archive: a first pull leaves what is older than a week, and later pulls too', () => {
    const old = [...dated(names(9, 8)), ...dated(names(7, 1), new Date('2026-10-01T00:00:00Z'))];
    expect(choose(old, 2)).toEqual({ taken: names(9, 8), waiting: [], gone: 0 });
    expect(choose(undated(names(9, 1)), 2)).toEqual({ taken: names(9, 8), waiting: [], gone: 0 });
    expect(choose(undated(names(9, 1)), 2, names(9, 8)).waiting).toEqual([]);
    expect(choose(dated(names(9, 1)), 2).waiting).toEqual(names(7, 1));
  });

  test('are counted as gone when they waited and have left the document unseen', () => {
    expect(choose(dated(names(9, 7)), 4, ['n7', 'n6'], ['n6', 'n5', 'n4'])).toMatchObject({ gone: 2 });
  });

  test('let newer entries go first when each night brings as many as are taken', () => {
    const { taken, waiting } = choose(dated(names(12, 1)), 4, names(4, 1), names(8, 5));
    expect([taken, waiting]).toEqual([[...names(12, 9), ...names(4, 1)], names(8, 5)]);
  });

  test('are never more new ones than maxItems, and each new one is taken, waits or is an archive', () => {
    const lists = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 40 });
    fc.assert(
      fc.property(lists, lists, fc.integer({ min: 1, max: 10 }), (listed, seen, maxItems) => {
        const entries = dated(listed.map((number) => `n${number}`));
        const known = seen.map((number) => `n${number}`);
        const { taken, waiting } = choose(entries, maxItems, known);
        const fresh = taken.filter((name) => !known.includes(name));
        expect(fresh.length).toBeLessThanOrEqual(maxItems);
        expect(waiting.some((name) => taken.includes(name) || known.includes(name))).toBe(false);
        const lastKnown = entries.findLastIndex(({ name }) => known.includes(name));
        for (const [rank, { name }] of entries.entries())
          if (rank < maxItems || rank <= lastKnown) expect([...taken, ...waiting]).toContain(name);
      }),
    );
  });
});
