import { describe, expect, test } from 'vitest';
import type { Item } from '../feed/item.ts';
import { cleanItem } from './clean-item.ts';

const item: Item = {
  id: '1',
  title: '鐵路與漢語',
  link: 'https://wire.example/1',
  publishedAt: '2026-11-20T20:00:00.000Z',
  updatedAt: null,
  author: null,
  language: 'zh-Hant',
  summary: '<p>鐵路通車。</p>',
  content: null,
  categories: [],
  enclosures: [],
  picture: null,
  base: null,
};

describe('cleanItem', () => {
  test('converts title, excerpt and body to the script that the feed asks for, except for the words to keep', () => {
    const { title, excerpt, body } = cleanItem(
      item,
      { id: 'wire', convert: 'hans', keepWords: ['漢語'] },
      null,
    );
    expect([title, excerpt, body]).toEqual(['铁路与漢語', '铁路通车。', '<p>铁路通车。</p>']);
  });

  test('takes one paragraph or two for a teaser and more for the full text', () => {
    expect(cleanItem(item, { id: 'wire' }, null).fullText).toBe(false);
    const long = { ...item, summary: '<p>一。</p><p>二。</p><p>三。</p>' };
    expect(cleanItem(long, { id: 'wire' }, null).fullText).toBe(true);
  });
});
