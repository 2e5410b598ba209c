import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { formatItemFile, parseItemFile } from './item-file.ts';
import type { StoredItem } from './stored-item.ts';

const item: StoredItem = {
  title: 'yes: "2001-01-01" — 港口 #3',
  feed: 'coast',
  id: '1_000',
  link: 'https://coast.example/1',
  publishedAt: '2026-11-22T00:10:00.000Z',
  firstSeenAt: '2026-11-22T01:00:00.000Z',
  updatedAt: null,
  author: null,
  language: 'zh-Hans',
  excerpt: '---\n第二行',
  categories: ['no', 'null', '0x1f'],
  picture: null,
  enclosures: [],
  minutes: 2,
  fullText: true,
  signature: '',
  earlierTitles: [{ title: '旧标题', until: '2026-11-22T00:30:00.000Z' }],
  removed: [{ rule: 'promo-footer', count: 1, text: '更多' }],
};

describe('an item file', () => {
  test('reads back strings that YAML readers take for other types', () => {
    expect(parseItemFile(formatItemFile(item, '<p>正文</p>\n<hr>'))).toEqual({
      item,
      body: '<p>正文</p>\n<hr>',
    });
  });

  test('reads back any title, excerpt and body', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'grapheme' }),
        (title, excerpt, text) => {
          const whole = { ...item, title, excerpt: excerpt.toWellFormed() };
          const body = text.replaceAll('\r', '').replace(/\n+$/, '');
          expect(parseItemFile(formatItemFile(whole, body))).toEqual({ item: whole, body });
        },
      ),
      { numRuns: 50 },
    );
  });

  test('has front matter that a YAML parser reads as the same values', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const title = text.toWellFormed();
        const head = formatItemFile({ ...item, title }, '').split('---\n')[1] ?? '';
        expect(parse(head).title).toBe(title);
      }),
      { examples: [['\u2028\u0085\ufeff\u007f\t\u0000']] },
    );
  });

  test('may be edited by hand as YAML', () => {
    const text = formatItemFile(item, '<p>a</p>').replace(
      /^title: .*$/m,
      "title: 'Another headline' # mended",
    );
    expect(parseItemFile(text)).toMatchObject({ item: { title: 'Another headline' } });
  });

  test('is the same to the byte when it is read and written again', () => {
    const again = parseItemFile(formatItemFile(item, '<p>a</p>'));
    expect('item' in again && formatItemFile(again.item, again.body)).toBe(formatItemFile(item, '<p>a</p>'));
  });

  test('has every string quoted and each value on one line', () => {
    const text = formatItemFile({ ...item, excerpt: '长'.repeat(400) }, '');
    expect(text).toContain('id: "1_000"');
    expect(text.split('\n').find((line) => line.startsWith('excerpt'))).toContain('长'.repeat(400));
  });

  test.each([
    ['no front matter', '<p>text</p>', 'three dashes'],
    ['front matter without an end', '---\ntitle: "a"\n', 'three dashes'],
    ['an unclosed bracket', '---\ntitle: [a\nfeed: b\n---\n', 'at line'],
    ['a missing field', '---\ntitle: "a"\n---\n', 'feed'],
    ['JavaScript front matter', '---js\nprocess.exit(1)\n---\n', 'three dashes'],
    ['an alias', '---\na: &a [1]\nb: *a\n---\n', 'Alias'],
  ])('reports %s', (_, text, words) => {
    const read = parseItemFile(text);
    expect('problem' in read && read.problem).toContain(words);
  });
});
