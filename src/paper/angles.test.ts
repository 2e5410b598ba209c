import { expect, test } from 'vitest';
import { anglesOf } from './angles.ts';
import { testItem, testStory } from './test-paper.ts';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => testItem({ day: '2026-11-22', name }));
if (!a || !b || !c || !d) throw new Error('no items');
const told = (sameArticle: string[][]) =>
  anglesOf(testStory(a, { others: [b, c, d], sameArticle })).map(({ item, same }) =>
    [item, ...same].map(({ name }) => name).join(''),
  );

test('each item of a story is an angle of its own', () => {
  expect(told([])).toEqual(['a', 'b', 'c', 'd']);
});

test('items that carry the same article are one angle, under the first of them', () => {
  expect(told([['c', 'b']])).toEqual(['a', 'bc', 'd']);
  expect(told([['d', 'a']])).toEqual(['ad', 'b', 'c']);
  expect(
    told([
      ['a', 'b'],
      ['c', 'd'],
    ]),
  ).toEqual(['ab', 'cd']);
});
