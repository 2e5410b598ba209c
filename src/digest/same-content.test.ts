import { describe, expect, test } from 'vitest';
import type { StoredItem } from '../store/stored-item.ts';
import { saysTheSame } from './same-content.ts';

const item: StoredItem = {
  title: 'Storm',
  feed: 'wire',
  id: '1',
  link: 'https://wire.example/1',
  publishedAt: '2026-11-20T20:00:00.000Z',
  firstSeenAt: '2026-11-20T22:00:00.000Z',
  updatedAt: null,
  author: null,
  language: 'en',
  excerpt: 'Wind.',
  categories: [],
  picture: { url: 'https://wire.example/p.jpg?s=1', width: 640, height: 400, alt: null },
  enclosures: [{ url: 'https://wire.example/e.mp3?x=1', type: 'audio/mpeg', length: 1 }],
  minutes: 1,
  fullText: true,
  earlierTitles: [],
  removed: [],
  signature: '',
};
const same = (body: string, other: string, more: Partial<StoredItem> = {}) =>
  saysTheSame({ item, body }, { item: { ...item, ...more }, body: other });

describe('a reader sees the same', () => {
  test.each([
    ['<p>1,234 views</p>', '<p>1,300 views</p>'],
    ['<p>Wind.<br />Comments: 12</p>', '<p>Wind.<br />Comments: 13</p>'],
    ['<p>阅读（1234）</p>', '<p>阅读（1.3万）</p>'],
    ['<p>浏览量：12次</p>', '<p>浏览量：13次</p>'],
    ['<p>12 Kommentare</p>', '<p>13 Kommentare</p>'],
    [
      '<img src="https://wire.example/p.jpg?s=1" srcset="https://wire.example/p.jpg?w=1 1x" alt="" />',
      '<img src="https://wire.example/p.jpg?s=2" srcset="https://wire.example/p.jpg?w=2 1x" alt="" />',
    ],
  ])('with %j and %j', (one, other) => {
    expect(same(one, other)).toBe(true);
  });

  test('when only what was removed, sizes and queries of files differ', () => {
    const removed = [{ rule: 'advert', count: 1, text: 'Boots' }];
    const enclosures = [{ url: 'https://wire.example/e.mp3?x=2', type: 'audio/mpeg', length: 2 }];
    const picture = { url: 'https://wire.example/p.jpg?s=2', width: 640, height: 400, alt: null };
    expect(same('<p>Wind.</p>', '<p>Wind.</p>', { removed, enclosures, picture, minutes: 2 })).toBe(true);
  });
});

describe('a reader sees a change', () => {
  test.each([
    ['<p>3 dead</p>', '<p>5 dead</p>'],
    ['<p>Of 12 comments, 3 were kind.</p>', '<p>Of 13 comments, 3 were kind.</p>'],
    ['<p>Wind.</p>', '<p>Wind!</p>'],
    ['<img src="https://wire.example/p.jpg" alt="" />', '<img src="https://wire.example/q.jpg" alt="" />'],
    ['<a href="https://wire.example/?p=1">x</a>', '<a href="https://wire.example/?p=2">x</a>'],
  ])('with %j and %j', (one, other) => {
    expect(same(one, other)).toBe(false);
  });

  test('when headline, author or link differ', () => {
    for (const more of [{ title: 'Gale' }, { author: 'Ida' }, { link: 'https://wire.example/2' }])
      expect(same('', '', more)).toBe(false);
  });
});
