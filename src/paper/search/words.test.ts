import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spaced, unspacedAgain } from './words.ts';

describe('words of a script without spaces', () => {
  test.each([
    ['渡轮改在清晨开出', '渡轮 改 在 清晨 开 出'],
    ['北京大学的学生', '北京 大学 的 学生'],
    ['在12月26日，“渡轮”开出。', '在 12 月 26 日 ， “渡轮 ” 开 出 。'],
    ['Tide at dawn, 3 m', 'Tide at dawn, 3 m'],
    ['ทะเลสาบ', 'ทะเลสาบ'],
    ['', ''],
  ])('%s are %s', (text, words) => {
    expect(spaced(text)).toBe(words);
  });

  test('lose the added spaces where they are shown', () => {
    expect(unspacedAgain('清晨 <mark>渡轮</mark> 开出 ， “头班 ” 满员 at dawn')).toBe(
      '清晨<mark>渡轮</mark>开出，“头班”满员 at dawn',
    );
  });

  test('have no space beside digits where they are shown', () => {
    expect(unspacedAgain(spaced('11月21日，第3班 12 30'))).toBe('11月21日，第3班12 30');
    expect(unspacedAgain('<mark>11</mark> 月 <mark>21</mark> 日')).toBe('<mark>11</mark>月<mark>21</mark>日');
  });

  test('get nothing but spaces, for any text', () => {
    const text = fc.string({ unit: 'grapheme' });
    const some = fc.array(fc.oneof(text, fc.constantFrom('渡轮', '，', ' ', 'の', 'a1', '“', '人民大会堂')));
    fc.assert(
      fc.property(some, (parts) => {
        const whole = parts.join('');
        expect(spaced(whole).replaceAll(' ', '')).toBe(whole.replaceAll(' ', ''));
      }),
      { numRuns: 300 },
    );
  });
});
