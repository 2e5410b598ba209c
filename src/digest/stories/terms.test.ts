import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from './fold.ts';
import { termsOf } from './terms.ts';

describe('fold', () => {
  test('brings traditional and simplified Chinese, wide and narrow, large and small together', () => {
    expect(fold('颱風轉向（ＡＢＣ）')).toBe(fold('台风转向(abc)'));
    expect(fold('臺灣的程序')).toBe('台湾的程序');
  });
});

describe('termsOf', () => {
  test('reads Chinese in pairs of characters, across neither joining words nor common ones', () => {
    expect(termsOf('渡轮的乘客今天脱险')).toEqual(['渡轮', '乘客', '脱险']);
  });

  test('reads other scripts in words, without endings that say nothing', () => {
    expect(termsOf("The barge's captains were rescued by ferries")).toEqual([
      'barge',
      'captain',
      'rescued',
      'ferry',
    ]);
  });

  test('takes the names of a country in any wording as one', () => {
    const names = ['澳洲', '澳大利亚', '澳大利亞', 'Australia', 'an Australian'];
    expect(names.map(termsOf)).toEqual(names.map(() => ['@au']));
    expect(termsOf('印度尼西亚')).toEqual(['@id']);
    expect(termsOf('白俄罗斯')).toEqual(['@by']);
    expect(termsOf('South Korea')).toEqual(['@kr']);
    expect(termsOf('马里兰州')).not.toContain('@ml');
    expect(termsOf('U.S. barges')).toEqual(['@us', 'barge']);
    expect(termsOf('join us')).not.toContain('@us');
  });

  test('keeps numbers with their unit and leaves out dates, times and single digits', () => {
    expect(termsOf('2031年3月4日 周二 8:30 1,300元 3.2万 7 146人')).toEqual(['1300', '3.2万', '146']);
  });

  test('reads any text and gives no term twice over for its script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(termsOf(text).every((term) => term !== '' && !/\s/.test(term))).toBe(true);
      }),
    );
  });
});
