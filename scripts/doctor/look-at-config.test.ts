import { expect, it } from 'vitest';
import { configSchema } from '../../src/config/schema.ts';
import { lookAtConfig } from './look-at-config.ts';

const config = (feeds: object[], topics = {}) =>
  configSchema.parse({ site: { title: 'Paper' }, feeds, topics });
const feed = (id: string, more = {}) => ({ id, url: `https://${id}.example/feed.xml`, ...more });

it('worries about feeds with one address, and names them', () => {
  const twin = feed('twin', { url: feed('quay').url });
  expect(lookAtConfig(config([feed('quay'), feed('hills'), twin]))).toMatchObject([
    {
      mark: 'worry',
      words: 'quay and twin have the same address',
      hint: expect.stringContaining('keep one'),
    },
  ]);
});

it('worries about a topic that is not among those declared, once', () => {
  const feeds = [feed('quay', { topics: ['wrold'] }), feed('hills', { topics: ['wrold', 'sea'] })];
  expect(lookAtConfig(config(feeds, { world: '国际', sea: '海' }))).toMatchObject([
    {
      mark: 'worry',
      words: 'quay has the topic wrold, which topics does not name',
      hint: expect.stringMatching(/world, sea$/),
    },
  ]);
});

it('has nothing to say of a paper that declares no topics, or all of them', () => {
  expect(lookAtConfig(config([feed('quay', { topics: ['sea'] })]))).toEqual([]);
  expect(lookAtConfig(config([feed('quay', { topics: ['sea'] })], { sea: '海' }))).toEqual([]);
});
