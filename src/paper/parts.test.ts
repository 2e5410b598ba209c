import { describe, expect, test } from 'vitest';
import { shiftDay } from '../digest/day.ts';
import { hasMonth, hasPath, neededItems, readParts, wholePaper } from './parts.ts';
import { sparsePatterns } from './sparse-patterns.ts';

const edition = (day: string, items: number) => ({
  day,
  number: 1,
  items,
  sources: 1,
  minutes: 1,
  feeds: {},
  hidden: 0,
});
const reach = {
  from: '2026-10-15',
  earlier: new Map([['hills', ['2026-01-05', '2026-10-20']]]),
  firstOpen: '',
};

describe('the parts of a paper', () => {
  test('are everything unless some are named', () => {
    expect(readParts(' ')).toEqual(wholePaper);
    expect(readParts('front 2026-11')).toEqual({ front: true, months: new Set(['2026-11']) });
    expect(hasMonth(wholePaper, '2020-01')).toBe(true);
    expect(hasMonth(readParts('2026-11'), '2026-10')).toBe(false);
  });

  test('divide the paths of the site among them', () => {
    const november = readParts('2026-11');
    const paths = [
      '2026/11/',
      '2026/11/22/coast-1/',
      '2026/11/rss.xml',
      '2026/',
      '',
      'rss.xml',
      '2026/10/31/',
    ];
    expect(paths.map((path) => hasPath(november, path))).toEqual([true, true, true, ...Array(4).fill(false)]);
    const front = readParts('front');
    expect(paths.map((path) => hasPath(front, path))).toEqual([false, false, false, true, true, true, false]);
  });
});

describe('what a build reads', () => {
  const days = ['2026-01-05', '2026-09-30', '2026-10-01', '2026-10-20', '2026-10-31', '2026-11-01'];
  const almanac = days.map((day) => edition(day, 5));

  test('is a month and the day before it, from which stories may continue', () => {
    expect(neededItems(readParts('2026-10'), almanac, reach)).toEqual({
      days: ['2026-09-30', '2026-10-01', '2026-10-20', '2026-10-31'],
      ofFeed: [],
    });
  });

  test('is for the front the latest editions, and older items of feeds that rarely have any', () => {
    expect(neededItems(readParts('front'), almanac, reach)).toEqual({
      days: ['2026-10-20', '2026-10-31', '2026-11-01'],
      ofFeed: [{ feed: 'hills', day: '2026-01-05' }],
    });
  });

  test('is everything when everything is built', () => {
    expect(neededItems(wholePaper, almanac, reach)).toBeNull();
  });
});

describe('the patterns of a sparse checkout', () => {
  const almanac = Array.from({ length: 100 }, (_, index) => edition(shiftDay('2026-08-15', index), 300));
  const reading = {
    days: almanac.slice(-54).map(({ day }) => day),
    ofFeed: [{ feed: 'hills', day: '2026-08-20' }],
  };

  test('include everything while a paper is small', () => {
    expect(sparsePatterns(almanac.slice(0, 30), reading, 'src/content/items')).toEqual(['/*']);
  });

  test('leave out months that are not read, except the days and files that are', () => {
    expect(reading.days[0]).toBe('2026-09-30');
    expect(sparsePatterns(almanac, reading, 'src/content/items')).toEqual([
      '/*',
      '!/src/content/items/2026/08/',
      '!/src/content/items/2026/09/',
      '/src/content/items/2026/09/30/',
      '/src/content/items/2026/08/20/hills-????????????.md',
    ]);
  });
});
