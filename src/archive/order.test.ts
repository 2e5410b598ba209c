import { expect, test } from 'vitest';
import type { ArchivedArticle } from './article.ts';
import { readArticle } from './article.ts';
import { inOrder } from './order.ts';

const now = new Date('2021-01-01T00:00:00Z');

function article(name: string, stamp: string): ArchivedArticle {
  const read = readArticle(`<!--${stamp}-->\n[${name}](https://a.example/${name})\n------\n<p>x</p>`, name);
  if ('problem' in read) throw new Error(read.problem);
  return read;
}

const summary = (result: ReturnType<typeof inOrder>) =>
  result.dated.map(({ article: { item }, seenAt }) => `${item.title} ${seenAt.slice(0, 10)}`);

const second = article('20_b', String(Date.parse('2020-07-02T00:00:00Z')));
const first = article('10_a', String(Date.parse('2020-07-01T00:00:00Z')));

test('sorts articles by date, whatever the order of the files', () => {
  expect(summary(inOrder([second, first], now))).toEqual(['10_a 2020-07-01', '20_b 2020-07-02']);
});

test('an article without a date, or with a future one, gets the date of the nearest lower number, else of the nearest higher', () => {
  const future = article('30_d', String(Date.parse('2031-01-01T00:00:00Z')));
  const result = inOrder([second, first, article('15_c', 'NaN'), article('5_e', 'NaN'), future], now);
  expect(summary(result)).toEqual([
    '5_e 2020-07-01',
    '10_a 2020-07-01',
    '15_c 2020-07-01',
    '20_b 2020-07-02',
    '30_d 2020-07-02',
  ]);
  expect(result.undated).toEqual([]);
});

test('an article stays undated without a number, or when no numbered article has a date', () => {
  const nameless = article('c', 'NaN');
  expect(inOrder([first, nameless], now).undated).toEqual([nameless]);
  const alone = article('7_x', 'NaN');
  expect(inOrder([alone], now)).toEqual({ dated: [], undated: [alone] });
});
