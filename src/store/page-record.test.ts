import { expect, test } from 'vitest';
import { hasFailed, isBarren, recordPages, withoutArticle } from './page-record.ts';

const logins = (count: number): string[] => Array.from({ length: count }, () => 'login');

test('a feed that was never asked for pages has no record', () => {
  expect(recordPages(undefined, [])).toBeUndefined();
  expect(recordPages(['article'], [])).toEqual(['article']);
});

test('the last thirty pages are remembered', () => {
  expect(recordPages(logins(29), ['article', 'consent'])).toEqual([...logins(28), 'article', 'consent']);
});

test.each([
  [undefined, false],
  [logins(7), false],
  [logins(8), true],
  [['article', ...logins(8)], true],
  [[...logins(8), 'article'], false],
  [[...logins(3), 'article', ...logins(7)], false],
])('the pages %j are barren: %s', (record, expected) => expect(isBarren(record)).toBe(expected));

test('the last page tells whether a site may be down', () => {
  expect(hasFailed(['login', 'failed http-503'])).toBe(true);
  expect(hasFailed(['failed http-503', 'login'])).toBe(false);
  expect(hasFailed(undefined)).toBe(false);
});

test('pages without an article are counted by what they were, most first', () => {
  expect(withoutArticle(['login', 'article', 'failed http-403', 'login', 'consent'])).toEqual([
    { page: 'login', count: 2 },
    { page: 'consent', count: 1 },
    { page: 'failed http-403', count: 1 },
  ]);
});
