import { describe, expect, test } from 'vitest';
import { testConfig, testItem } from '../paper/test-paper.ts';
import { almanacOf, daysOfFeed } from './almanac.ts';
import { countVolume, countVolumes, rulesDigest, volumeSchema } from './volume.ts';

const config = testConfig(`
mute: [抽奖]
remove: ["https://coast.example/coast-3"]
feeds: [{ id: coast, url: "https://coast.example/feed" }, { id: hills, url: "https://hills.example/feed" }]
`);
const items = [
  testItem({ day: '2026-11-21', name: 'coast-1' }),
  testItem({ day: '2026-11-22', name: 'hills-1', feed: 'hills' }),
  testItem({ day: '2026-11-22', name: 'coast-2' }),
  testItem({ day: '2026-11-22', name: 'coast-3' }),
  testItem({ day: '2026-11-23', name: 'coast-4', title: '今日抽奖' }),
];
const id = (letter: string) => letter.repeat(40);
const tree = { digest: id('a'), days: new Map([['2026-11-22', id('b')]]) };

describe('the record of a volume', () => {
  const record = countVolume('2026-11', items, tree, config);

  test('counts what the paper shows of each day, and names what it hides', () => {
    expect(record.days['2026-11-22']).toEqual({ digest: id('b'), minutes: 4, feeds: { coast: 1, hills: 1 } });
    expect(Object.keys(record.days)).toEqual(['2026-11-21', '2026-11-22']);
    expect(record.hidden).toEqual({ '2026-11-22': ['coast-3'], '2026-11-23': ['coast-4'] });
    expect(volumeSchema.parse(record)).toEqual(record);
  });

  test('is the same for any order of the items', () => {
    const other = countVolume('2026-11', items.toReversed(), tree, config);
    expect(JSON.stringify(other)).toBe(JSON.stringify(record));
  });

  test('records the rules it was counted under', () => {
    expect(record.rules).toBe(rulesDigest(config));
    expect(rulesDigest({ ...config, mute: [] })).not.toBe(record.rules);
    expect(rulesDigest({ ...config, site: { ...config.site, title: '别的' } })).toBe(record.rules);
  });
});

describe('an almanac', () => {
  const older = [testItem({ day: '2025-12-31', name: 'hills-0', feed: 'hills' })];
  const almanac = almanacOf(countVolumes([...items, ...older], config).toReversed());

  test('lists every edition with its number, oldest first', () => {
    expect(almanac.map(({ day, number, items, sources }) => [day, number, items, sources])).toEqual([
      ['2025-12-31', 1, 1, 1],
      ['2026-11-21', 2, 1, 1],
      ['2026-11-22', 3, 2, 2],
    ]);
  });

  test('lists the days of one feed', () => {
    expect([...daysOfFeed(almanac, 'hills')]).toEqual([
      ['2025-12-31', 1],
      ['2026-11-22', 1],
    ]);
  });
});
