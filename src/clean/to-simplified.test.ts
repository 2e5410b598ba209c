import fc from 'fast-check';
import { Converter, Locale } from 'opencc-js/t2cn';
import { expect, test } from 'vitest';
import { toSimplified } from './to-simplified.ts';

const table = Converter({ from: 't', to: 'cn' });
const words = [...(Locale.to['cn'] ?? []).flat(2)].flatMap((rows) =>
  String(rows)
    .split('|')
    .map((row) => row.split(' ')[0] ?? ''),
);

test('converts like the table in any context, except for 坏', () => {
  const around = fc.string({ unit: fc.constantFrom('的', 'a', ' ', '后', '乾', '瞭', '著', '𫜦', '里') });
  const word = fc.constantFrom(...words.filter((each) => !each.includes('坏')));
  fc.assert(
    fc.property(fc.array(fc.oneof(word, around), { maxLength: 8 }), (parts) => {
      expect(toSimplified(parts.join(''))).toBe(table(parts.join('')));
    }),
    { numRuns: 500 },
  );
  expect(words.length).toBeGreaterThan(3900);
});

test('converts every single character like the table', () => {
  const code = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
  const characters = [...code(0x80, 0xd800), ...code(0xe000, 0x32400)].map((each) =>
    String.fromCodePoint(each),
  );
  expect(characters.filter((each) => toSimplified(each) !== table(each))).toEqual([]);
});

test.each([
  ['有人打坏了门，土坏', '有人打坏了门，土坏'],
  ['有人打壞了門', '有人打坏了门'],
  ['一目瞭然，瞭望臺', '一目了然，瞭望台'],
  ['已经是简体 a', '已经是简体 a'],
])('converts %s to %s', (text, expected) => {
  expect(toSimplified(text)).toBe(expected);
});
