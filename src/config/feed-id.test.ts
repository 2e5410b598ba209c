import fc from 'fast-check';
import { expect, test } from 'vitest';
import { configSchema } from '../config/schema.ts';
import { feedIdFor } from './feed-id.ts';

test.each([
  ['潮报', 'chao-bao'],
  ['Lorn Herald', 'lorn-herald'],
  ['BBC', 'bbc'],
  ['潮报 Tide 2', 'chao-bao-tide-2'],
  ['Новости Дня', 'novosti-dnya'],
  ['L’Étoile', 'letoile'],
  ['-rf', 'rf'],
  ['..', 'feed'],
  ['', 'feed'],
  ['The Very Long Name of a Weekly Newspaper for Everybody', 'the-very-long-name-of-a-weekly-newspaper'],
])('the id for %j is %s', (name, id) => {
  expect(feedIdFor(name, new Set())).toBe(id);
});

test('adds a number to an id that is taken', () => {
  expect(feedIdFor('BBC', new Set(['bbc']))).toBe('bbc-2');
  expect(feedIdFor('BBC', new Set(['bbc', 'bbc-2']))).toBe('bbc-3');
  const long = 'the-very-long-name-of-a-weekly-newspaper';
  expect(feedIdFor(long, new Set([long]))).toBe('the-very-long-name-of-a-weekly-2');
});

test('gives an id that the configuration accepts for any name', () => {
  const site = { title: 'A' };
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (name) => {
      const id = feedIdFor(name, new Set());
      const second = feedIdFor(name, new Set([id]));
      const feeds = [id, second].map((each) => ({ id: each, url: 'https://a.example' }));
      expect(configSchema.safeParse({ site, feeds }).error).toBeUndefined();
    }),
  );
});
