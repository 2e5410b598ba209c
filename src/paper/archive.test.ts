import { describe, expect, test } from 'vitest';
import { editionsOf } from '../digest/edition.ts';
import { archiveYears, monthPage, neighboursIn, yearPage } from './archive.ts';
import { testConfig, testItem } from './test-paper.ts';

const days = ['2025-12-31', '2026-01-01', '2026-01-05', '2026-03-01'];
const editions = editionsOf(
  days.map((day) => testItem({ day, name: `coast-${day}` })),
  testConfig(),
);

describe('the archive', () => {
  test('lists years newest first, with all their months', () => {
    const years = archiveYears(editions);
    expect(years.map(({ year, editions, items }) => [year, editions, items])).toEqual([
      ['2026', 3, 3],
      ['2025', 1, 1],
    ]);
    expect(years[0]?.months.map(({ items }) => items)).toEqual([2, 0, 1, ...Array(9).fill(0)]);
  });

  test('links a month to the nearest months with editions', () => {
    const page = monthPage(editions, editions, '2026-01');
    expect(page).toMatchObject({ previous: '2025-12', next: '2026-03' });
    expect(page?.editions.map(({ day }) => day)).toEqual(['2026-01-05', '2026-01-01']);
  });

  test('has no page for a month or a year without editions', () => {
    expect([monthPage(editions, editions, '2026-02'), yearPage(editions, '2024')]).toEqual([null, null]);
  });

  test('shows all twelve months of a year', () => {
    const page = yearPage(editions, '2026');
    expect(page?.calendars.map(({ items }) => items)).toEqual([2, 0, 1, ...Array(9).fill(0)]);
    expect(page).toMatchObject({ previous: '2025', next: null, items: 3, editions: 3 });
  });
});

test('the first element has nothing before it, and the last nothing after it', () => {
  expect(neighboursIn(['a', 'b'], 0)).toEqual({ previous: null, next: 'b' });
  expect(neighboursIn(['a', 'b'], 1)).toEqual({ previous: 'a', next: null });
});
