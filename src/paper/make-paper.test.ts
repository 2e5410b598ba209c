import { describe, expect, test } from 'vitest';
import { newFeedState } from '../store/feed-state.ts';
import { articlePage, editionPage } from './edition-pages.ts';
import { makePaper, readingOrder } from './make-paper.ts';
import { healthOf, itemList, topicDays, topicItems } from './source-pages.ts';
import { sourceName } from './sources.ts';
import { testConfig, testItem } from './test-paper.ts';

const config = testConfig(`
feeds:
  - { id: coast, url: "https://coast.example/feed", topics: [world] }
  - { id: hills, url: "https://hills.example/feed", title: 山地, topics: [world] }
  - { id: island, url: "https://island.example/feed", enabled: false }
`);
const items = [
  testItem({ day: '2026-11-21', name: 'coast-1' }),
  testItem({ day: '2026-11-22', name: 'coast-2', publishedAt: '2026-11-22T01:00:00.000Z' }),
  testItem({ day: '2026-11-22', name: 'hills-1', feed: 'hills' }),
  testItem({ day: '2026-11-22', name: 'left-1', feed: 'left', publishedAt: null }),
];
const state = (feed: string) => ({ ...newFeedState(feed, 'https://x.example/'), title: `${feed} itself` });
const paper = (states = [state('coast'), state('hills')]) =>
  makePaper(items, states, config, 'https://reader.example/paper/');

describe('the pages of a paper', () => {
  test('start with the latest edition', () => {
    expect(editionPage(paper())?.edition.day).toBe('2026-11-22');
    expect(editionPage(paper())?.previous?.day).toBe('2026-11-21');
    expect(editionPage(paper())?.next).toBeNull();
  });

  test('are empty without items', () => {
    expect(editionPage(makePaper([], [], config, 'https://reader.example/'))).toBeNull();
  });

  test('link an article only to its neighbours in the same edition', () => {
    const whole = paper();
    for (const edition of whole.editions) {
      const names = readingOrder(edition).map(({ name }) => name);
      names.forEach((name, index) => {
        const page = articlePage(whole, name);
        expect([page?.previous?.name, page?.next?.name]).toEqual([names[index - 1], names[index + 1]]);
      });
    }
    expect(articlePage(whole, 'nobody')).toBeNull();
  });
});

describe('a source', () => {
  test('has the name of the configuration, else of the feed, else its id', () => {
    const { sources } = paper();
    expect(['hills', 'coast', 'left', 'nobody'].map((id) => sourceName(sources, id))).toEqual([
      '山地',
      'coast itself',
      'left',
      'nobody',
    ]);
  });

  test('keeps its page once it has left the configuration', () => {
    expect([...paper().sources.keys()]).toEqual(['coast', 'hills', 'island', 'left']);
  });

  test('has a state', () => {
    const failing = {
      ...state('coast'),
      failure: { since: '2026-11-20T00:00:00.000Z', count: 2, code: 'timeout', message: 'm', hint: 'h' },
    };
    const { sources } = paper([failing, { ...state('hills'), retired: true }]);
    expect([...sources.values()].map(healthOf)).toEqual(['failing', 'retired', 'paused', 'gone']);
    expect(healthOf({ ...sources.get('hills'), state: null, total: 0 } as never)).toBe('waiting');
  });
});

describe('a list of items', () => {
  test('groups the items of a topic by day, newest first', () => {
    const { days } = itemList(topicItems(paper(), 'world'), topicDays(paper(), 'world'));
    expect(days.map(({ day, items }) => [day, ...items.map(({ name }) => name)])).toEqual([
      ['2026-11-22', 'hills-1', 'coast-2'],
      ['2026-11-21', 'coast-1'],
    ]);
  });

  test('lists a hundred items, and every day in the calendar of the latest year', () => {
    const many = Array.from({ length: 140 }, (_, index) =>
      testItem({ day: index < 120 ? '2026-11-22' : '2026-01-05', name: `coast-${index}` }),
    );
    const list = itemList(
      many,
      new Map([
        ['2026-01-05', 20],
        ['2026-11-22', 120],
      ]),
    );
    expect(list.days.flatMap(({ items }) => items)).toHaveLength(100);
    expect(list.days.map(({ whole }) => whole)).toEqual([false]);
    expect(list.calendars.reduce((sum, { items }) => sum + items, 0)).toBe(140);
  });

  test('is empty without items', () => {
    expect(itemList([], new Map())).toEqual({ days: [], year: null, calendars: [] });
  });
});
