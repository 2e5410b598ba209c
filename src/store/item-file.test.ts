import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
  it('gives back what was written, with strings that YAML readers like to turn into something else', () => {
    expect(parseItemFile(formatItemFile(item, '<p>正文</p>\n<hr>'))).toEqual({
      item,
      body: '<p>正文</p>\n<hr>',
    });
  });

  it('gives back any title, excerpt and body', () => {
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

  it('is YAML that gives the same values', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const title = text.toWellFormed();
        const head = formatItemFile({ ...item, title }, '').split('---\n')[1] ?? '';
        expect(parse(head).title).toBe(title);
      }),
      { examples: [['\u2028\u0085\ufeff\u007f\t\u0000']] },
    );
  });

  it('reads what somebody changed by hand as YAML', () => {
    const text = formatItemFile(item, '<p>a</p>').replace(
      /^title: .*$/m,
      "title: 'Another headline' # mended",
    );
    expect(parseItemFile(text)).toMatchObject({ item: { title: 'Another headline' } });
  });

  it('is the same to the byte each time it is written', () => {
    const again = parseItemFile(formatItemFile(item, '<p>a</p>'));
    expect('item' in again && formatItemFile(again.item, again.body)).toBe(formatItemFile(item, '<p>a</p>'));
  });

  it('quotes every string and keeps each value on one line', () => {
    const text = formatItemFile({ ...item, excerpt: '长'.repeat(400) }, '');
    expect(text).toContain('id: "1_000"');
    expect(text.split('\n').find((line) => line.startsWith('excerpt'))).toContain('长'.repeat(400));
  });

  it.each([
    ['no front matter', '<p>text</p>', 'three dashes'],
    ['no end', '---\ntitle: "a"\n', 'three dashes'],
    ['a bracket that is not closed', '---\ntitle: [a\nfeed: b\n---\n', 'at line'],
    ['a missing field', '---\ntitle: "a"\n---\n', 'feed'],
    ['code for a front matter', '---js\nprocess.exit(1)\n---\n', 'three dashes'],
    ['an alias', '---\na: &a [1]\nb: *a\n---\n', 'Alias'],
  ])('says what is wrong with %s', (_, text, words) => {
    const read = parseItemFile(text);
    expect('problem' in read && read.problem).toContain(words);
  });
});
