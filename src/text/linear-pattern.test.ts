import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linearPattern } from './linear-pattern.ts';

const atom = fc.constantFrom(
  ...[
    'a',
    'b',
    'k',
    'ſ',
    '第',
    '😀',
    '.',
    '\\d',
    '\\w',
    '\\W',
    '\\s',
    '[ab]',
    '[^b]',
    '[^]',
    '\\p{Lu}',
    '\\p{Script=Han}',
  ],
  ...['^', '$', '\\b', '\\u{1F600}', '\\x41', '\\.', '[Ⅷ-Ⅻ]', '\\u7b2c'],
);
const pattern = fc.letrec<{ whole: string; part: string }>((tie) => ({
  whole: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    atom,
    fc
      .tuple(
        fc.oneof(
          atom,
          tie('whole').map((inner) => `(?:${inner})`),
        ),
        fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{2,}', '*?'),
      )
      .map(([inner, times]) => (/^(?:\^|\$|\\b|\\B)$/.test(inner) ? inner : inner + times)),
    fc.tuple(tie('whole'), tie('whole')).map(([a, b]) => `(${a}|${b})`),
    fc
      .tuple(fc.constantFrom('?=', '?!', '?<=', '?<!'), tie('whole'))
      .map(([look, inner]) => `(${look}${inner})`),
  ),
})).whole;
const text = fc.string({
  unit: fc.constantFrom('a', 'b', 'A', 'K', 'K', 's', '第', '😀', ' ', '\n', '1', '.', 'Ⅷ', 'ⅷ', '\u3000'),
});

/** What the engine of JavaScript says where a character begins: V8 also looks between the halves of an emoji. */
function matchesInEngine(source: string, given: string): boolean {
  const engine = new RegExp(source, 'iuy');
  const places = [...given].map((_, index, all) => all.slice(0, index).join('').length);
  return [...places, given.length].some((place) => {
    engine.lastIndex = place;
    return engine.test(given);
  });
}

describe('linearPattern', () => {
  test('matches what JavaScript matches', () => {
    fc.assert(
      fc.property(pattern, text, (source, given) => {
        expect(linearPattern(source).test(given)).toBe(matchesInEngine(source, given));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    '(\\w+\\s?)+:',
    '(a|a)+b',
    '(a*)*b',
    '(.*)*x',
    '.*.*.*.*.*x',
    '(?=(a+)+b)a',
    '(?<!(a+)+b)c',
    '(a{1,30}){1,30}b',
  ])('tells within a second that /%s/ is not in 2,000 letters', (source) => {
    const compiled = linearPattern(source);
    const start = performance.now();
    expect(compiled.test('a'.repeat(2000))).toBe(false);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('knows the places that are no edge of a word', () => {
    expect(linearPattern('a\\Bb').test('ab')).toBe(true);
    expect(linearPattern('a\\B').test('a b')).toBe(false);
  });

  test('runs what no automaton can follow where it is harmless, and refuses the rest', () => {
    expect(linearPattern('(.)\\1{5,}').test('哈哈哈哈哈哈')).toBe(true);
    expect(linearPattern('(?<x>a)b\\k<x>').test('ABA')).toBe(true);
    expect(() => linearPattern('(a+)+\\1b')).toThrow(RangeError);
    expect(() => linearPattern('(.+)(.+)\\1\\2')).toThrow(RangeError);
    expect(() => linearPattern('((a{99}){99}){99}')).toThrow(RangeError);
    expect(() => linearPattern('(a')).toThrow(SyntaxError);
  });
});
