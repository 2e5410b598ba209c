import { expect, test } from 'vitest';
import { configSchema } from '../../src/config/schema.ts';
import { likelyMistakes } from './check-config.ts';

const config = (feeds: object[], topics = {}) =>
  configSchema.parse({ site: { title: 'Paper' }, feeds, topics });
const feed = (id: string, more = {}) => ({ id, url: `https://${id}.example/feed.xml`, ...more });

test('reports feeds with the same address, by name', () => {
  const twin = feed('twin', { url: feed('quay').url });
  expect(likelyMistakes(config([feed('quay'), feed('hills'), twin]))).toMatchObject([
    {
      mark: 'worry',
      words: 'quay and twin have the same address',
      hint: expect.stringContaining('keep one'),
    },
  ]);
});

test('reports a topic that is not declared, once', () => {
  const feeds = [feed('quay', { topics: ['wrold'] }), feed('hills', { topics: ['wrold', 'sea'] })];
  expect(likelyMistakes(config(feeds, { world: '国际', sea: '海' }))).toMatchObject([
    {
      mark: 'worry',
      words: 'quay has the topic wrold, which is not among the topics',
      hint: expect.stringMatching(/world, sea$/),
    },
  ]);
});

test('accepts a paper that declares no topics, or all of them', () => {
  expect(likelyMistakes(config([feed('quay', { topics: ['sea'] })]))).toEqual([]);
  expect(likelyMistakes(config([feed('quay', { topics: ['sea'] })], { sea: '海' }))).toEqual([]);
});
