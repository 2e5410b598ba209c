import { describe, expect, test } from 'vitest';
import { formatIndex, monthOfIndex, parseIndex } from './picture-index.ts';

const copy = { file: '0123456789abcdef0123.webp', width: 3, height: 2, bytes: 9 };

describe('the index of copies', () => {
  test('is written sorted and read back', () => {
    const index = { 'https://b.example/': copy, 'https://a.example/': copy };
    expect(parseIndex(formatIndex(index))).toEqual(index);
    expect(formatIndex(index).indexOf('a.example')).toBeLessThan(formatIndex(index).indexOf('b.example'));
  });

  test.each([
    '',
    '{"half',
    '[]',
    '{"https://a.example/": {"file": "../../../etc/passwd", "width": 1, "height": 1, "bytes": 1}}',
  ])('is empty when the file contains %j', (text) => {
    expect(parseIndex(text)).toEqual({});
  });

  test('has a file name from which its month is read', () => {
    expect(['2026-11.json', 'misses.json', '2026-11.json.123'].map(monthOfIndex)).toEqual([
      '2026-11',
      null,
      null,
    ]);
  });
});
