import { describe, expect, test } from 'vitest';
import type { CleanedItem } from '../clean/clean-item.ts';
import type { Item } from '../feed/item.ts';
import { entryDigest, newStoredItem, renewStoredItem } from './item-record.ts';

const item: Item = {
  id: '1',
  title: 'Storm',
  link: 'https://wire.example/1',
  publishedAt: '2026-11-20T20:00:00.000Z',
  updatedAt: null,
  author: null,
  language: 'en',
  summary: null,
  content: '<p>Wind.</p>',
  categories: [],
  enclosures: [],
  picture: null,
  base: null,
};
const cleaned: CleanedItem = {
  body: '<p>Wind.</p>',
  title: 'Storm',
  author: null,
  excerpt: 'Wind.',
  minutes: 1,
  fullText: true,
  picture: null,
  removed: [],
};
const [night1, night2, night3] = [
  '2026-11-20T22:00:00.000Z',
  '2026-11-21T22:00:00.000Z',
  '2026-11-22T22:00:00.000Z',
];
const first = newStoredItem('wire', item, cleaned, night1);
const renew = (title: string, now: string, old = first, body = cleaned.body) =>
  renewStoredItem(
    { item: old, body: cleaned.body },
    newStoredItem('wire', item, { ...cleaned, title }, now),
    body,
    now,
  );

describe('newStoredItem', () => {
  test('takes updatedAt from the publisher unless it is before publication or in the future', () => {
    const changed = (updatedAt: string) =>
      newStoredItem('wire', { ...item, updatedAt }, cleaned, night1).updatedAt;
    expect(changed('2026-11-20T21:00:00.000Z')).toBe('2026-11-20T21:00:00.000Z');
    expect(changed('2026-11-20T19:00:00.000Z')).toBeNull();
    expect(changed('2026-11-27T21:00:00.000Z')).toBeNull();
  });
});

describe('renewStoredItem', () => {
  test('changes nothing when nothing differs, in any order of the stored fields', () => {
    const shuffled = Object.fromEntries(Object.entries(first).reverse()) as typeof first;
    expect(renew('Storm', night2, shuffled)).toEqual(first);
  });

  test('renews the signature without setting updatedAt', () => {
    expect(renew('Storm', night2, { ...first, signature: 'a:earlier' })).toEqual(first);
  });

  test('sets updatedAt when only the body differs', () => {
    expect(renew('Storm', night2, first, '<p>More wind.</p>').updatedAt).toBe(night2);
  });

  test('keeps each replaced headline once, in the order of replacement', () => {
    const twice = renew('Gale', night3, renew('Strong storm', night2));
    expect(twice.earlierTitles).toEqual([
      { title: 'Storm', until: night2 },
      { title: 'Strong storm', until: night3 },
    ]);
    const back = renew('Storm', night3, renew('Gale', night2));
    expect(back.earlierTitles.map(({ title }) => title)).toEqual(['Gale']);
  });

  test('takes the date of a change from the publisher unless it is in the future', () => {
    const told = (updatedAt: string) =>
      renewStoredItem(
        { item: first, body: cleaned.body },
        { ...newStoredItem('wire', { ...item, updatedAt }, { ...cleaned, title: 'Gale' }, night2) },
        cleaned.body,
        night2,
      ).updatedAt;
    expect(told('2026-11-21T08:00:00.000Z')).toBe('2026-11-21T08:00:00.000Z');
    expect(told('2027-01-01T00:00:00.000Z')).toBe(night2);
  });
});

describe('entryDigest', () => {
  test('differs when the entry or the cleaning options differ, but not when the order of fields does', () => {
    const same = Object.fromEntries(Object.entries(item).reverse()) as unknown as Item;
    expect(entryDigest(same, {})).toBe(entryDigest(item, {}));
    expect(entryDigest({ ...item, title: 'x' }, {})).not.toBe(entryDigest(item, {}));
    expect(entryDigest(item, { remove: ['x'] })).not.toBe(entryDigest(item, {}));
  });
});
