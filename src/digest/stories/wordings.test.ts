import { describe, expect, test } from 'vitest';
import { knownNames } from './known-names.ts';
import { regionalWords } from './regional-words.ts';
import { termsOf } from './terms.ts';
import { oneWording } from './wordings.ts';

describe('the wordings of the mainland, Taiwan and Hong Kong', () => {
  test('are compared as one', () => {
    expect(termsOf('臉書在雪梨', 'zh')).toEqual(termsOf('脸书在悉尼', 'zh'));
    expect(termsOf('飛彈落在三藩市外海', 'zh')).toEqual(termsOf('导弹落在旧金山外海', 'zh'));
    expect(termsOf('羅浮宮', 'zh')).toEqual(termsOf('Louvre', 'zh'));
  });

  test('are compared as one for persons, bodies and firms', () => {
    expect(termsOf('亞桑傑與布殊', 'zh')).toEqual(termsOf('阿桑奇与布什', 'zh'));
    expect(termsOf('大赦國際', 'zh')).toEqual(termsOf('国际特赦组织', 'zh'));
    expect(termsOf('賓士', 'zh')).toEqual(termsOf('奔驰', 'zh'));
  });

  test('are not found within a longer Latin word', () => {
    expect(oneWording('new jerseys in san franciscan style')).toBe('new jerseys in san franciscan style');
  });

  test('are not found where one word ends and another begins', () => {
    expect(oneWording('报道指出和平治理')).toBe('报道指出和平治理');
  });

  test('stand for one thing each', () => {
    const rows = `${knownNames}\n${regionalWords}`.split('\n').filter((row) => row !== '');
    const wordings = rows.flatMap((row) => row.slice(row.indexOf(' ') + 1).split('|'));
    expect(wordings.filter((wording, index) => wordings.indexOf(wording) !== index)).toEqual([]);
    const terms = rows.map((row) => row.slice(0, row.indexOf(' ')));
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([]);
  });
});
