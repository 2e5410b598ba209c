import { describe, expect, it } from 'vitest';
import { interfaceLanguages } from '../config/schema.ts';
import { textsOf } from './languages.ts';

/** Every string of a language, functions called with sample values, by its path. */
function phrases(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return phrases((value as (...all: unknown[]) => unknown)(2, 3, 'x'), path);
  return Object.entries(value as object).flatMap(([key, inner]) => phrases(inner, `${path}.${key}`));
}

describe.each(interfaceLanguages)('the interface in %s', (language) => {
  const all = phrases(textsOf(language));

  it('has a word for everything', () => {
    expect(all.filter(([, text]) => text.trim() === '' || text.includes('undefined'))).toEqual([]);
  });

  it('is written in its own script', () => {
    const foreign =
      language === 'en'
        ? /\p{Script=Han}/u
        : language === 'zh-Hans'
          ? /[來題尋閱週臺們個]/
          : /[来题阅们个关于时]/;
    expect(all.filter(([, text]) => foreign.test(text))).toEqual([]);
  });
});

it('English counts one thing as one', () => {
  expect(textsOf('en').edition.tally(1, 1)).toBe('1 article · 1 source');
  expect(textsOf('en').edition.tally(1200, 2)).toBe('1,200 articles · 2 sources');
});
