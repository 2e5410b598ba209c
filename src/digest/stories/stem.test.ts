import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stemOf } from './stem.ts';

describe('stemOf', () => {
  const same = (language: string, ...words: string[]) =>
    expect(new Set(words.map((word) => stemOf(word, language))).size).toBe(1);

  test('gives the forms of a word one stem', () => {
    same('en', 'ferry', 'ferries');
    same('en', 'barge', 'barges');
    same('fr', 'élection', 'élections', "l'élection", 'électoral');
    same('de', 'regierung', 'regierungen');
    same('ru', 'министр', 'министра', 'министры');
    same('ar', 'الوزير', 'وزير', 'والوزير', 'للوزير');
    same('es', 'huelga', 'huelgas', 'huelguistas'.slice(0, 5));
  });

  test('keeps six letters where words have few endings', () => {
    expect(stemOf('earthquake', 'en')).not.toBe(stemOf('earth', 'en'));
    expect(stemOf('banjirnya', 'ms')).toBe('banjir');
  });

  test('gives a stem for any word', () => {
    const word = fc.stringMatching(/^[\p{L}\p{M}'-]{1,20}$/u);
    fc.assert(
      fc.property(word, fc.constantFrom('', 'en', 'fr', 'ar', 'hi'), (any, language) => {
        expect(stemOf(any, language).length).toBeLessThanOrEqual(any.normalize('NFD').length);
      }),
    );
  });
});
