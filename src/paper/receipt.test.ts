import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { texts as en } from '../i18n/en.ts';
import { texts as zhHans } from '../i18n/zh-Hans.ts';
import { texts as zhHant } from '../i18n/zh-Hant.ts';
import { receiptLines } from './receipt.ts';

const removal = (rule: string, count = 1, text = '') => ({ rule, count, text });

test('words a removal by its kind, else by its rule', () => {
  const lines = receiptLines([removal('marked/advert'), removal('notices', 2, '© 2020')], en.rules);
  expect(lines).toEqual([
    { label: 'adverts', count: 1, text: '' },
    { label: 'copyright notices', count: 2, text: '© 2020' },
  ]);
});

test('joins removals of two rules that have the same words', () => {
  const lines = receiptLines(
    [removal('marked/related', 1, 'first'), removal('promos'), removal('related', 3, 'second')],
    en.rules,
  );
  expect(lines).toEqual([
    { label: 'links to other articles', count: 4, text: 'first' },
    { label: 'promotion', count: 1, text: '' },
  ]);
});

test.each([
  ['zh-Hans', zhHans],
  ['zh-Hant', zhHant],
])('has words in %s for every name that earlier versions stored', (_, { rules }) => {
  const names =
    `advert share related promo bio skip-link comments apology notice pixel repeat timestamp boilerplate decoration
    caption listed furniture embed`.split(/\s+/);
  expect(names.filter((name) => receiptLines([removal(name)], rules)[0]?.label === name)).toEqual([]);
});

test('has words in every language for the same kinds', () => {
  expect(Object.keys(zhHans.rules)).toEqual(Object.keys(en.rules));
  expect(Object.keys(zhHant.rules)).toEqual(Object.keys(en.rules));
});

test('lists a removal without words under its stored name', () => {
  expect(receiptLines([removal('promo-footer')], en.rules)).toEqual([
    { label: 'promo-footer', count: 1, text: '' },
  ]);
});

test('has words in every language for each name in the receipts of the cleaning fixtures', () => {
  const folder = new URL('../clean/rules/fixtures/', import.meta.url);
  const receipts = readdirSync(folder).flatMap((name) => {
    const [, list = ''] = /<!-- removed: (.*) -->/.exec(readFileSync(new URL(name, folder), 'utf8')) ?? [];
    return list.split(', ').filter(Boolean);
  });
  const names = [...new Set(receipts.map((entry) => entry.replace(/ \d+$/, '')))];
  expect(names.length).toBeGreaterThan(10);
  for (const { rules } of [en, zhHans, zhHant]) {
    expect(names.filter((name) => receiptLines([removal(name)], rules)[0]?.label === name)).toEqual([]);
  }
});
