import { describe, expect, test } from 'vitest';
import { articlesOf } from './article.ts';
import { storySignature, termCode } from './signature.ts';
import { storySettings } from './story.ts';
import { vectorSpace } from './vectors.ts';

describe('the vector of an article', () => {
  const title = '磨坊停工';
  const text = '灯塔修缮。灯塔修缮由渔会出钱，花圃照旧，钟楼也照旧。';
  const article = {
    name: 'a-1',
    feed: 'a',
    day: '2031-03-04',
    title,
    language: 'zh-Hans',
    excerpt: '',
    signature: storySignature(title, text, 'zh-Hans'),
    link: null,
    publishedAt: null,
    firstSeenAt: '2031-03-04T00:00:00.000Z',
  };
  const articles = articlesOf([article], storySettings);
  const codes = articles.flatMap(({ titleTerms, textTerms }) => [...titleTerms, ...textTerms]);
  const weights = vectorSpace(articles, storySettings).vectors[0]?.weights ?? [];
  const weightOf = (term: string) => weights[codes.indexOf(termCode(term))] ?? 0;

  test('weighs a term of the headline most, then what the text repeats, then what it names in passing', () => {
    expect(weightOf('磨坊')).toBeGreaterThan(weightOf('灯塔'));
    expect(weightOf('灯塔')).toBeGreaterThan(weightOf('钟楼'));
    expect(weightOf('钟楼')).toBeGreaterThan(0);
  });
});
