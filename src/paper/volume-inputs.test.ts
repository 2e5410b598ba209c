import { expect, test } from 'vitest';
import type { Config } from '../config/schema.ts';
import type { CopiesByMonth } from '../digest/shown-pictures.ts';
import { countVolumes } from '../digest/volume.ts';
import { makePaper } from './make-paper.ts';
import { testConfig, testItem } from './test-paper.ts';
import { daysFingerprint, fingerprint, volumeInputs } from './volume-inputs.ts';

const items = [
  testItem({ day: '2026-10-30', name: 'coast-aaaaaaaaaaaa' }),
  testItem({ day: '2026-11-02', name: 'coast-bbbbbbbbbbbb' }),
];
const copiesOf = (month: string): CopiesByMonth =>
  new Map([[month, new Map([['https://coast.example/a.jpg', { src: '/a.webp', width: 3, height: 2 }]])]]);
const ofNovember = (config: Config = testConfig(), copies: CopiesByMonth = new Map()) => {
  const volumes = countVolumes(items, config);
  const paper = makePaper([], [], config, 'https://paper.example/', volumes, copies);
  return fingerprint(volumeInputs(paper, volumes, '2026-11'), 'renderer');
};
const feeds = (other: string) =>
  `feeds: [{ id: coast, url: "https://coast.example/feed" }, { id: hills, url: "https://hills.example/feed"${other} }]`;

test('the fingerprint of a month changes with its own picture copies, not with those of another month', () => {
  expect(ofNovember(testConfig(), copiesOf('2026-11'))).not.toBe(ofNovember());
  expect(ofNovember(testConfig(), copiesOf('2026-10'))).toBe(ofNovember());
});

test('the fingerprint of a month changes when pictures come from elsewhere or its pages may load others', () => {
  const none = (other: string) => testConfig(feeds(other));
  const bare = none(', pictures: none');
  bare.site.pictures = 'none';
  const open = structuredClone(bare);
  for (const feed of open.feeds) if (feed.id === 'hills') feed.pictures = 'direct';
  expect(ofNovember(open)).not.toBe(ofNovember(bare));
  const quiet = testConfig(`pictures: { fallback: none }\n${feeds('')}`);
  expect(ofNovember(quiet)).not.toBe(ofNovember(testConfig(feeds(''))));
  const longer = testConfig(`pictures: { keepDays: 60 }\n${feeds('')}`);
  expect(ofNovember(longer)).toBe(ofNovember(testConfig(feeds(''))));
});

test('the fingerprint of a search index changes with its own days, not with others', () => {
  const late = testItem({ day: '2026-11-03', name: 'hills-cccccccccccc', feed: 'hills' });
  const ofDays = (stored = items, config = testConfig(feeds('')), title = 'Hills') => {
    // Trees are named by Git in a paper; here the items of a day stand for them.
    const trees = countVolumes(stored, config).map((volume) => ({
      ...volume,
      days: Object.fromEntries(
        Object.entries(volume.days).map(([day, of]) => [
          day,
          { ...of, digest: JSON.stringify(stored.filter((item) => item.day === day)) },
        ]),
      ),
    }));
    for (const feed of config.feeds) if (feed.id === 'hills') feed.title = title;
    const paper = makePaper([], [], config, 'https://paper.example/', trees);
    return daysFingerprint(paper, trees, ['2026-11-02'], 'renderer');
  };
  expect(ofDays([...items, late])).toBe(ofDays());
  expect(ofDays(items, testConfig(feeds('')), 'Berge')).toBe(ofDays());
  expect(ofDays(items.map((item) => ({ ...item, title: '更正' })))).not.toBe(ofDays());
  expect(ofDays([...items, { ...late, day: '2026-11-02' }])).not.toBe(ofDays());
  expect(ofDays([...items, { ...late, day: '2026-11-02' }], testConfig(feeds('')), 'Berge')).not.toBe(
    ofDays([...items, { ...late, day: '2026-11-02' }]),
  );
  const muted = testConfig(`mute: [标题]\n${feeds('')}`);
  expect(ofDays(items, muted)).not.toBe(ofDays());
});
