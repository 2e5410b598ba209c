import { expect, test } from 'vitest';
import { configSchema } from '../config/schema.ts';
import { matchFeed } from './match-feed.ts';

const { feeds } = configSchema.parse({
  site: { title: 'A' },
  feeds: [
    { id: 'chao-zh', title: '潮报中文网', url: 'https://a.example' },
    { id: 'herald', title: 'Lorn Herald', url: 'https://b.example' },
    { id: 'tide-zh', title: 'Tide 中文', url: 'https://c.example' },
    { id: 'coast', title: 'Coast News', url: 'https://d.example' },
    { id: 'coast-zh', title: 'Coast 新闻', url: 'https://e.example' },
    { id: 'nameless', url: 'https://f.example' },
  ],
});

test.each([
  ['chao-zh', 'chao-zh'],
  ['LORN  HERALD', 'herald'],
  ['Ｌｏｒｎ Herald', 'herald'],
  ['潮报', 'chao-zh'],
  ['Tide', 'tide-zh'],
  ['Coast', 'coast'],
  ['nameless', 'nameless'],
  ['Lorn', undefined],
  ['潮', undefined],
  ['', undefined],
])('the folder %j belongs to the feed %j', (folder, id) => {
  expect(matchFeed(folder, feeds)?.id).toBe(id);
});

test('a folder that fits two feeds belongs to neither', () => {
  const both = feeds
    .filter(({ title }) => title?.startsWith('Coast'))
    .map((feed) => ({ ...feed, id: `x${feed.id}` }));
  expect(matchFeed('Coast', both)).toBeNull();
});
