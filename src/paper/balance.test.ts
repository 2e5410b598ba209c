import { describe, expect, test } from 'vitest';
import { cardHeight, emptyShare } from './balance.ts';
import { testItem, testStory } from './test-paper.ts';

const item = (name: string, title = '标题') => testItem({ day: '2026-11-22', name, title });
const story = (title: string, others = 0) =>
  testStory(item('a', title), {
    others: Array.from({ length: others }, (_, index) => item(`b${index}`)),
  });

describe('the height of a card', () => {
  test('grows with its title, its picture and the other sources', () => {
    const short = cardHeight(story('短题'), null);
    expect(cardHeight(story('一个足足要占两行才放得下的很长很长的题目'), null)).toBeGreaterThan(short);
    expect(cardHeight(story('短题', 2), null)).toBeGreaterThan(short);
    expect(cardHeight(story('短题'), 'small')).toBeGreaterThan(short);
    expect(cardHeight(story('短题'), 'large')).toBeGreaterThan(cardHeight(story('短题'), 'small'));
  });

  test('counts a Han character as two Latin ones', () => {
    expect(cardHeight(story('字'.repeat(16)), null)).toBe(cardHeight(story('letters!'.repeat(4)), null));
  });
});

describe('the empty share of columns filled in order', () => {
  test.each([
    [[1, 1, 1], 3, 0],
    [[2, 2, 2, 2, 2, 2], 3, 0],
    [[3, 1, 2, 3], 3, 0],
    [[], 3, 0],
    [[6], 3, 2 / 3],
    [[4, 1, 1], 3, 0.5],
    [[3, 1, 2], 2, 0],
    [[4, 1, 1], 2, 0.25],
  ] as const)('of %j in %d is %d', (heights, columns, share) => {
    expect(emptyShare(heights, columns)).toBeCloseTo(share, 9);
  });
});
