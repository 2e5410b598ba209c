import { describe, expect, test } from 'vitest';
import { articlesOf } from './article.ts';
import { similarPairs } from './similar-pairs.ts';
import { type StoryInput, storySettings } from './story.ts';

describe('similarPairs', () => {
  test.each([
    ['no frequent word', '晴川大桥因裂缝封闭', '裂缝扩大 晴川大桥封闭三天'],
    [
      'frequent words that weigh nothing',
      '市场、公司、投资、经济：晴川大桥封闭',
      '经济、投资、公司、市场：晴川大桥封闭',
    ],
  ])('names a pair once whose headlines begin with %s', (_, ...titles) => {
    const articles = articlesOf(titles.map(input), storySettings);
    const pairs = similarPairs(articles, storySettings);
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([[0, 1]]);
  });
});

function input(title: string, index: number): StoryInput {
  return {
    name: `feed${index}-${String(index).padStart(12, '0')}`,
    feed: `feed${index}`,
    day: '2026-03-04',
    title,
    language: 'zh-Hans',
    excerpt: '',
    signature: '',
    link: null,
    publishedAt: null,
    firstSeenAt: '2026-03-04T06:00:00.000Z',
  };
}
