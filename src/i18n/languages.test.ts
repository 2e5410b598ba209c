import { describe, expect, test } from 'vitest';
import { interfaceLanguages } from '../config/schema.ts';
import { textsOf } from './languages.ts';
import { gapsOf, phrases, type Sample } from './test-gaps.ts';
import type { Texts } from './texts.ts';

const english = textsOf('en');

/** One for each interface language. */
const samples: Record<string, Sample> = {
  en: {
    sentences: [
      'The ferry sails again on Friday morning. ',
      'The band plays until midnight! ',
      'Nobody sleeps.',
    ],
    shortSentence: 'Nobody sleeps.',
    byline: 'By Ada Moor and J. Brandt',
    length: { words: 7 },
  },
  'zh-Hans': {
    sentences: ['渡轮周五清晨五点复航。', '乐队在码头上演奏到深夜！', '没有人睡觉。'],
    shortSentence: '没有人睡觉。',
    byline: '作者：林溪　责编：张柳与几位没有署名的同事',
    length: { characters: 10 },
  },
  'zh-Hant': {
    sentences: ['渡輪週五清晨五點復航。', '樂隊在碼頭上演奏到深夜！', '沒有人睡覺。'],
    shortSentence: '沒有人睡覺。',
    byline: '記者：林溪　編輯：張柳與幾位沒有署名的同事',
    length: { characters: 10 },
  },
};

describe.each(interfaceLanguages)('the interface in %s', (language) => {
  test('has every word, plural form and date form, and its articles are cut at sentences', () => {
    expect(gapsOf(language, textsOf(language), samples[language], english)).toEqual([]);
  });

  test('is written in its own script', () => {
    const foreign = {
      en: /\p{Script=Han}/u,
      'zh-Hans': /[來題尋閱週臺們個]/,
      'zh-Hant': /[来题阅们个关于时]/,
    }[language];
    expect(phrases(textsOf(language)).filter(([, phrase]) => foreign.test(phrase))).toEqual([]);
  });
});

describe('gapsOf', () => {
  const sample = samples['en'];
  const gapsIn = (part: Partial<Texts>, language = 'en', of: Sample | undefined = sample) =>
    gapsOf(language, { ...english, ...part }, of, english);

  test('names the file that a new language needs', () => {
    expect(gapsOf('pl', undefined, undefined, english)).toEqual([
      'Write src/i18n/pl.ts as src/i18n/en.ts is written, and add it to the list in src/i18n/languages.ts',
    ]);
  });

  test('names a missing word, a missing group of words and a word that is a blank', () => {
    const { home: _, ...notFound } = english.notFound;
    expect(gapsIn({ notFound: notFound as Texts['notFound'] })).toEqual([
      'src/i18n/en.ts: write notFound.home; in English it is "Read the latest edition"',
    ]);
    expect(gapsIn({ colophon: {} as Texts['colophon'] })).toHaveLength(3);
    expect(gapsIn({ skip: ' ' })).toEqual([
      'src/i18n/en.ts: write skip; in English it is "Skip to the content"',
    ]);
  });

  test('names the plural forms of a language that has more of them', () => {
    const gaps = gapsIn({ locale: 'ru-RU' }).filter((gap) => gap.includes('counted.days'));
    expect(gaps).toEqual([
      'src/i18n/en.ts: write counted.days.few, the form for 2, 3, 4, 22',
      'src/i18n/en.ts: write counted.days.many, the form for 0, 5, 6, 7',
    ]);
  });

  test('names a form without a place for its number', () => {
    const days = { one: 'a day', other: 'days' };
    expect(gapsIn({ counted: { ...english.counted, days } })).toEqual([
      'src/i18n/en.ts: put {} into counted.days.other, where the number stands',
    ]);
  });

  test('names a failure that is not explained in the language', () => {
    const { gone: _, ...causes } = textsOf('zh-Hans').status.causes;
    expect(gapsIn({ status: { ...english.status, causes } })).toEqual([
      'src/i18n/en.ts: write status.causes.gone: what is wrong with the feed, and what its owner can do',
    ]);
  });

  test('names a missing order of date and weekday, and a locale without weekdays', () => {
    const dates = { ...english.dates, day: '{date}' };
    expect(gapsIn({ dates })).toEqual([
      'src/i18n/en.ts: put {weekday} into dates.day, in the order of the language',
    ]);
    expect(gapsIn({ locale: 'qaa-QM' }).at(-1)).toBe(
      'src/i18n/en.ts: name another locale: this Node has no dates and numbers for qaa-QM',
    );
  });

  test('asks for a sample, and names what cleaning does not know of a language', () => {
    expect(gapsOf('en', english, undefined, english)).toEqual([
      'src/i18n/languages.test.ts: add a sample of en to the samples',
    ]);
    const hindi: Sample = {
      sentences: ['नाव शुक्रवार सुबह फिर चलती है। ', 'बैंड रात तक बजाता है। ', 'कोई नहीं सोता।'],
      shortSentence: 'कोई नहीं सोता।',
      byline: 'लेखक: अदा मूर और उनके साथी लोग',
      length: { words: 6 },
    };
    expect(gapsIn({}, 'hi', hindi)).toEqual([
      'src/clean/excerpt.ts: a short sentence in hi is taken for a label; add its punctuation to isProse',
      'src/clean/excerpt.ts: a byline in hi is taken for prose; add its words to byline',
    ]);
    const [thai] = [
      { ...hindi, sentences: ['เรือข้ามฟากกลับมาวิ่ง ', 'ดี ', 'ดี'] as const, length: { characters: 21 } },
    ];
    expect(gapsIn({}, 'th', thai).at(-1)).toContain('src/clean/reading-time.ts: ten minutes of th count as ');
  });
});

describe('counted phrases', () => {
  test('English counts one thing as one, and groups the digits of many', () => {
    expect(english.edition.tally(1, 1)).toBe('1 article · 1 source');
    expect(english.edition.tally(1200, 2)).toBe('1,200 articles · 2 sources');
    expect(english.status.streak(1)).toBe('failed once');
  });

  test('Chinese has one form for every number', () => {
    expect(textsOf('zh-Hans').edition.tally(1, 1)).toBe('1篇 · 1个来源');
    expect(textsOf('zh-Hant').edition.tally(1200, 2)).toBe('1200篇 · 2個來源');
  });
});
