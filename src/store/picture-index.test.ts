import { describe, expect, it } from 'vitest';
import { formatIndex, monthOfIndex, parseIndex } from './picture-index.ts';

const copy = { file: '0123456789abcdef0123.webp', width: 3, height: 2, bytes: 9 };

describe('an index of copies', () => {
  it('reads as it was written, sorted', () => {
    const index = { 'https://b.example/': copy, 'https://a.example/': copy };
    expect(parseIndex(formatIndex(index))).toEqual(index);
    expect(formatIndex(index).indexOf('a.example')).toBeLessThan(formatIndex(index).indexOf('b.example'));
  });

  it.each([
    '',
    '{"half',
    '[]',
    '{"https://a.example/": {"file": "../../../etc/passwd", "width": 1, "height": 1, "bytes": 1}}',
  ])('is empty when it is %j', (text) => {
    expect(parseIndex(text)).toEqual({});
  });

  it('has a name by its month', () => {
    expect(['2026-11.json', 'misses.json', '2026-11.json.123'].map(monthOfIndex)).toEqual([
      '2026-11',
      null,
      null,
    ]);
  });
});
