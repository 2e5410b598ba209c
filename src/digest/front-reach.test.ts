import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Almanac } from './almanac.ts';
import { monthOf, shiftDay } from './day.ts';
import { frontReach } from './front-reach.ts';

/** Editions from a day on, each given by what every feed brought to it; days without any have none. */
const editions = (from: string, days: readonly Record<string, number>[]): Almanac =>
  days
    .map((feeds, index) => {
      const counts = Object.values(feeds);
      const items = counts.reduce((sum, count) => sum + count, 0);
      return {
        day: shiftDay(from, index),
        number: 1,
        items,
        sources: counts.length,
        minutes: 1,
        feeds,
        hidden: 0,
      };
    })
    .filter(({ items }) => items > 0);
const steady = (from: string, days: number, items: number) =>
  editions(from, Array(days).fill({ coast: items }));

describe('frontReach', () => {
  test('reads nothing before the first edition', () => {
    expect(frontReach([], 300)).toEqual({ from: '', earlier: new Map(), firstOpen: '' });
  });

  test('reads as many editions of an old paper as of a new one', () => {
    const [young, old] = [steady('2026-09-01', 83, 100), steady('2016-09-01', 3735, 100)];
    expect(young.at(-1)?.day).toBe(old.at(-1)?.day);
    expect(frontReach(old, 300)).toEqual(frontReach(young, 300));
  });

  test('reads at least a month of editions, and all of the open month', () => {
    expect(frontReach(steady('2026-01-01', 326, 300), 300)).toEqual({
      from: '2026-10-22',
      earlier: new Map(),
      firstOpen: '2026-11',
    });
    expect(frontReach(steady('2026-01-01', 365, 300), 300).from).toBe('2026-11-30');
  });

  test('keeps a month open on the first day of the next, while items may still be placed into its last day', () => {
    expect(frontReach(steady('2026-01-01', 335, 300), 100).firstOpen).toBe('2026-11');
    expect(frontReach(steady('2026-01-01', 336, 300), 100).firstOpen).toBe('2026-12');
  });

  test('keeps months open until the later ones could fill the live feed twice', () => {
    expect(frontReach(steady('2026-01-01', 326, 10), 100).firstOpen).toBe('2026-11');
    expect(frontReach(steady('2026-01-01', 326, 10), 120).firstOpen).toBe('2026-10');
    expect(frontReach(steady('2026-01-01', 326, 1), 300).firstOpen).toBe('2026-01');
  });

  test('reads the latest twenty items of a feed that rarely has any', () => {
    const days = Array.from({ length: 400 }, (_, index) => ({
      coast: 100,
      ...(index % 10 === 0 ? { hills: 1 } : {}),
    }));
    const { earlier, from } = frontReach(editions('2025-10-01', days), 300);
    const ofHills = earlier.get('hills') ?? [];
    expect([...earlier.keys()]).toEqual(['hills']);
    expect(ofHills.every((day) => day < from)).toBe(true);
    const since = days.filter((_, index) => index % 10 === 0 && shiftDay('2025-10-01', index) >= from).length;
    expect(ofHills.length + since).toBe(20);
  });

  test('never reopens a closed month, however many nights follow', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ today: fc.nat(6), yesterday: fc.nat(3) }), { minLength: 40, maxLength: 90 }),
        fc.integer({ min: 1, max: 60 }),
        (nights, feedItems) => {
          const counts: { coast: number }[] = [];
          let open = '';
          nights.forEach(({ today, yesterday }, index) => {
            counts.push({ coast: today });
            const eve = counts[index - 1];
            if (eve) eve.coast += yesterday;
            const almanac = editions('2026-01-20', counts);
            const { firstOpen } = frontReach(almanac, feedItems);
            expect(firstOpen >= open).toBe(true);
            const latest = almanac.at(-1)?.day;
            if (latest) expect(firstOpen <= monthOf(shiftDay(latest, -1))).toBe(true);
            open = firstOpen;
          });
        },
      ),
      { numRuns: 20 },
    );
  });
});
