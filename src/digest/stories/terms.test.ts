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
    expect(termsOf('渡轮的乘客今天脱险', 'zh')).toEqual(['渡轮', '乘客', '脱险']);
  });

  test('reads other scripts in stems of words', () => {
    expect(termsOf("The barge's captains were rescued by ferries", 'en')).toEqual([
      'barge',
      'captai',
      'rescue',
      'ferry',
    ]);
  });

  test('leaves out the stop words of the language', () => {
    expect(termsOf('Die Fähre wurde nach dem Unfall repariert', 'de')).toEqual(['fahre', 'unfal', 'repar']);
    expect(termsOf('Паром вернулся в порт после ремонта', 'ru')).toEqual(['паром', 'верну', 'порт', 'ремон']);
  });

  test('reads Vietnamese in pairs of syllables, across no comma', () => {
    expect(termsOf('Phà Hải Âu, sông Lam', 'vi')).toEqual(['phà_hải', 'hải_âu', 'sông_lam']);
  });

  test('reads Japanese without the pairs that hold hiragana', () => {
    expect(termsOf('首相が会見を行う', 'ja')).toEqual(['首相', '会见']);
  });

  test('takes the names of a country in any wording as one', () => {
    const names = ['澳洲', '澳大利亚', '澳大利亞', 'Australia', 'an Australian'];
    expect(names.map((name) => termsOf(name, ''))).toEqual(names.map(() => ['@au']));
    expect(termsOf('印度尼西亚', 'zh')).toEqual(['@id']);
    expect(termsOf('白俄罗斯', 'zh')).toEqual(['@by']);
    expect(termsOf('South Korea', 'en')).toEqual(['@kr']);
    expect(termsOf('马里兰州', 'zh')).not.toContain('@ml');
    expect(termsOf('U.S. barges', 'en')).toEqual(['@us', 'barge']);
    expect(termsOf('join us', 'en')).not.toContain('@us');
  });

  test('keeps numbers with their unit and leaves out dates, times and single digits', () => {
    expect(termsOf('2031年3月4日 周二 8:30 1,300元 3.2万 7 146人', 'zh')).toEqual(['1300', '3.2万', '146']);
  });

  test('reads any text and gives no term twice over for its script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(termsOf(text, '').every((term) => term !== '' && !/\s/.test(term))).toBe(true);
      }),
    );
  });
});
