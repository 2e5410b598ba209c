import { describe, expect, test } from 'vitest';
import { dates } from '../i18n/dates.ts';
import { textsOf } from '../i18n/languages.ts';
import { articlePage, byHour, daysAround } from './edition-pages.ts';
import { makePaper } from './make-paper.ts';
import { testConfig, testEdition, testItem, testStory } from './test-paper.ts';

const day = '2026-11-22';
const at = (name: string, publishedAt: string) => testStory(testItem({ day, name, publishedAt }));

describe('the order by time', () => {
  test('groups items by the hour in the zone of the paper, the latest first, and names a day once', () => {
    const shanghai = dates(textsOf('zh-Hans'), { time: '05:30', timeZone: 'Asia/Shanghai' });
    const edition = testEdition(day, [
      at('a', '2026-11-21T15:59:00.000Z'),
      at('b', '2026-11-21T16:00:00.000Z'),
      at('c', '2026-11-21T15:01:00.000Z'),
      at('d', '2026-11-21T14:30:00.000Z'),
    ]);
    const hours = byHour(edition, shanghai).map(({ items, ...hour }) => [
      hour,
      items.map(({ name }) => name),
    ]);
    expect(hours).toEqual([
      [{ day: null, hour: '00:00' }, ['b']],
      [{ day: '2026-11-21', hour: '23:00' }, ['a', 'c']],
      [{ day: null, hour: '22:00' }, ['d']],
    ]);
  });
});

describe('an article', () => {
  const config = testConfig();
  const told = '渡轮公司宣布头班船改在清晨五点开出';
  const items = [
    testItem({ day: '2026-11-21', name: 'coast-0' }),
    testItem({ day, name: 'coast-1', title: told }),
    testItem({ day, name: 'hills-1', feed: 'hills', title: told }),
    testItem({ day, name: 'coast-2', title: '山上的图书馆收到一箱旧地图' }),
  ];
  const paper = makePaper(items, [], config, 'https://reader.example/');

  test('is followed by the next story, not by another telling of its own', () => {
    const [first, second] = paper.editions.at(-1)?.stories ?? [];
    expect(first?.others).toHaveLength(1);
    for (const { name } of [first?.lead, ...(first?.others ?? [])].flatMap((item) => item ?? []))
      expect(articlePage(paper, name)?.next?.name).toBe(second?.lead.name);
    expect(articlePage(paper, second?.lead.name ?? '')?.previous?.name).toBe(first?.lead.name);
  });

  test('knows the editions around its day, of which a day that waits has none', () => {
    expect(daysAround(paper, day)).toMatchObject({ previous: { day: '2026-11-21' }, next: null });
    expect(daysAround(paper, '2026-11-30')).toEqual({ previous: null, next: null });
  });
});
