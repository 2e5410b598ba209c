import { describe, expect, test } from 'vitest';
import type { Almanac } from '../../digest/almanac.ts';
import { shardsOf } from './shards.ts';

/** Days of October from the first on, with so many articles each, and one day of the months beside it. */
const almanacWith = (...articles: number[]): Almanac =>
  [
    ['2026-09-30', 7],
    ...articles.map((items, index): [string, number] => [
      `2026-10-${String(index + 1).padStart(2, '0')}`,
      items,
    ]),
    ['2026-11-01', 7],
  ].map(([day, items]) => ({
    ...{ day: String(day), items: Number(items) },
    ...{ number: 1, sources: 1, minutes: 1, feeds: {}, hidden: 0 },
  }));

describe('the days of a month shared out among search indexes', () => {
  test('share one index while they are few', () => {
    expect(shardsOf(almanacWith(3, 4, 5), '2026-10')).toEqual([['2026-10-01', '2026-10-02', '2026-10-03']]);
    expect(shardsOf(almanacWith(), '2026-10')).toEqual([]);
  });

  test('start a new index after a thousand articles, and never split a day', () => {
    expect(shardsOf(almanacWith(600, 600, 2500, 10), '2026-10')).toEqual([
      ['2026-10-01', '2026-10-02'],
      ['2026-10-03'],
      ['2026-10-04'],
    ]);
  });

  test('keep their indexes when days are added', () => {
    const days = Array.from({ length: 31 }, () => 300);
    const whole = shardsOf(almanacWith(...days), '2026-10');
    for (let count = 1; count <= days.length; count += 1) {
      const before = shardsOf(almanacWith(...days.slice(0, count)), '2026-10');
      expect(whole.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
    }
  });
});
