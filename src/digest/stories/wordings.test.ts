import { describe, expect, it } from 'vitest';
import { termsOf } from './terms.ts';
import { oneWording } from './wordings.ts';

describe('the wordings of the mainland, Taiwan and Hong Kong', () => {
  it('are compared as one', () => {
    expect(termsOf('臉書在雪梨')).toEqual(termsOf('脸书在悉尼'));
    expect(termsOf('飛彈落在三藩市外海')).toEqual(termsOf('导弹落在旧金山外海'));
    expect(termsOf('羅浮宮')).toEqual(termsOf('Louvre'));
  });

  it('are not found within a longer Latin word', () => {
    expect(oneWording('new jerseys in san franciscan style')).toBe('new jerseys in san franciscan style');
  });
});
