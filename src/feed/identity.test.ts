import { expect, test } from 'vitest';
import { itemName } from './identity.ts';
import type { Item } from './item.ts';

const item = (fields: Partial<Item>): Item => ({
  id: 'tag:harbour.example,2026:1',
  title: 'Ferry returns',
  link: null,
  publishedAt: null,
  updatedAt: null,
  author: null,
  language: null,
  summary: null,
  content: null,
  categories: [],
  enclosures: [],
  picture: null,
  base: null,
  ...fields,
});

test('the name of an item is the feed id and twelve hex digits', () => {
  expect(itemName('harbour', item({}))).toMatch(/^harbour-[0-9a-f]{12}$/);
});

test('a changed headline keeps the name; another feed or entry has another one', () => {
  const name = itemName('harbour', item({}));
  expect(itemName('harbour', item({ title: 'Ferry back' }))).toBe(name);
  expect(itemName('harbour-en', item({}))).not.toBe(name);
  expect(itemName('harbour', item({ id: 'tag:harbour.example,2026:2' }))).not.toBe(name);
});

test('an id that changes from http to https keeps the name', () => {
  const http = itemName('harbour', item({ id: 'http://harbour.example/1' }));
  expect(itemName('harbour', item({ id: 'https://harbour.example/1' }))).toBe(http);
  expect(itemName('harbour', item({ id: 'HTTPS://harbour.example/1' }))).toBe(http);
});
