import { describe, expect, test } from 'vitest';
import { shiftDay } from '../digest/day.ts';
import { newFeedState } from '../store/feed-state.ts';
import { makePaper } from './make-paper.ts';
import { statusPage } from './status.ts';
import { testConfig, testItem } from './test-paper.ts';

const config = testConfig(`
feeds:
  - { id: coast, url: "https://coast.example/feed" }
  - { id: hills, url: "https://hills.example/feed" }
  - { id: lake, url: "https://lake.example/feed" }
  - { id: mill, url: "https://mill.example/feed" }
  - { id: reef, url: "https://reef.example/feed", enabled: false }
  - { id: wood, url: "https://wood.example/feed" }
`);
const address = (feed: string) => `https://${feed}.example/feed`;
const failing = { since: '2026-11-20T22:00:00.000Z', count: 3, message: 'no such server', hint: 'check' };
const states = [
  {
    ...newFeedState('coast', address('coast')),
    lastSuccessAt: '2026-11-22T00:00:00.000Z',
    lastNewAt: '2026-11-19T16:30:00.000Z',
  },
  { ...newFeedState('hills', address('hills')), failure: { ...failing, code: 'dns' } },
  { ...newFeedState('lake', address('lake')), retired: true, failure: { ...failing, code: 'http-410' } },
  { ...newFeedState('mill', address('mill')), movedTo: 'https://new.example/feed' },
  { ...newFeedState('reef', address('reef')), failure: { ...failing, code: 'dns' } },
];
const days = Array.from({ length: 40 }, (_, index) => shiftDay('2026-10-14', index));
const items = [
  ...days.map((day) => testItem({ day, name: `coast-${day}` })),
  testItem({ day: '2026-11-22', name: 'coast-more' }),
  testItem({ day: '2026-11-01', name: 'pier-1', feed: 'pier' }),
];
const page = statusPage(makePaper(items, states, config, 'https://paper.example/'));
const status = (feed: string) => {
  const found = page.groups.flatMap(({ sources }) => sources).find(({ source }) => source.id === feed);
  if (found === undefined) throw new Error(`no ${feed}`);
  return found;
};

describe('the page on the state of the sources', () => {
  test('shows no private address', () => {
    const secret = testConfig('feeds: [{ id: coast, url: "https://coast.example/feed?token=a" }]');
    const moved = { ...newFeedState('coast', address('coast')), movedTo: 'https://new.example/feed?token=a' };
    const [group] = statusPage(makePaper([], [moved], secret, 'https://paper.example/')).groups;
    expect(group?.sources[0]).toMatchObject({ address: null, movedTo: 'new.example' });
    expect(status('mill')).toMatchObject({ address: address('mill'), movedTo: 'https://new.example/feed' });
  });

  test('puts sources with problems first and those that are not pulled last', () => {
    expect(page.groups.map(({ kind, sources }) => [kind, ...sources.map(({ source }) => source.id)])).toEqual(
      [
        ['trouble', 'hills', 'lake', 'mill'],
        ['well', 'coast', 'wood'],
        ['rest', 'reef', 'pier'],
      ],
    );
    expect([page.well, page.pulled, page.newest]).toEqual([2, 5, '2026-11-22']);
  });

  test('counts ages in days before the newest edition', () => {
    expect(status('coast').lastSuccess?.daysBefore).toBe(0);
    // Half past midnight of the 20th in Shanghai.
    expect(status('coast').lastNew?.daysBefore).toBe(2);
    expect(status('wood').lastNew).toBeNull();
  });

  test('gives a failure with its kind, and none for a feed that is not pulled', () => {
    expect(status('hills').failure).toMatchObject({ count: 3, message: 'no such server', cause: 'notFound' });
    expect(status('lake').failure?.cause).toBe('gone');
    expect(status('reef').failure).toBeNull();
  });

  test('shows where a feed has moved until the configuration has the new address', () => {
    expect(status('mill').movedTo).toBe('https://new.example/feed');
    const followed = testConfig('feeds: [{ id: mill, url: "https://new.example/feed" }]');
    const [group] = statusPage(makePaper([], states, followed, 'https://paper.example/')).groups;
    expect(group?.sources[0]?.movedTo).toBeNull();
  });

  test('charts the last thirty editions', () => {
    const { lately } = status('coast');
    expect(lately.days).toHaveLength(30);
    expect(lately.days.at(-1)).toEqual({ day: '2026-11-22', items: 2 });
    expect([lately.items, lately.most]).toEqual([31, 2]);
    expect(status('wood').lately.items).toBe(0);
  });

  test('counts what mute and remove keep out of the last thirty editions', () => {
    expect(page.hidden).toEqual({ items: 0, editions: 30 });
    const muting = testConfig(
      'mute: [彩票]\nfeeds: [{ id: coast, url: "https://coast.example/feed", mute: ["/第1.期/"] }]',
    );
    const muted = [
      testItem({ day: '2026-11-21', name: 'coast-a', title: '彩票開獎' }),
      testItem({ day: '2026-11-22', name: 'coast-b', title: '问答第12期' }),
      testItem({ day: '2026-10-14', name: 'coast-c', title: '彩票停售' }),
    ];
    const paper = makePaper([...items, ...muted], states, muting, 'https://paper.example/');
    expect(statusPage(paper).hidden).toEqual({ items: 2, editions: 30 });
  });

  test('exists before the first edition too', () => {
    const empty = statusPage(makePaper([], [], config, 'https://paper.example/'));
    expect(empty.newest).toBeNull();
    expect(empty.groups.flatMap(({ sources }) => sources)).toHaveLength(6);
  });
});
