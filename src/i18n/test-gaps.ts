import { excerpt } from '../clean/excerpt.ts';
import { readingMinutes } from '../clean/reading-time.ts';
import { causes } from '../digest/cause.ts';
import { parseHtml } from '../html/parse.ts';
import { dates } from './dates.ts';
import type { Texts } from './texts.ts';

/** A few lines in an interface language, which show that articles in it are cut and measured as they should be. */
export interface Sample {
  /** Three sentences of an article, each with the space that follows it, if the language has one. */
  sentences: readonly [string, string, string];
  /** A whole sentence of fewer than 16 characters. */
  shortSentence: string;
  /** A line that names the author. */
  byline: string;
  /** How long the first sentence is, in characters where the language writes no spaces, else in words. */
  length: { characters: number } | { words: number };
}

/** What an interface language still lacks, a line each: which file to change and what to write there. */
export function gapsOf(
  language: string,
  texts: Texts | undefined,
  sample: Sample | undefined,
  english: Texts,
): string[] {
  const file = `src/i18n/${language}.ts`;
  if (texts === undefined)
    return [`Write ${file} as src/i18n/en.ts is written, and add it to the list in src/i18n/languages.ts`];
  const inTexts = [...wordGaps(texts, english), ...pluralGaps(texts), ...causeGaps(texts, english)];
  const gaps = [...inTexts, ...dateGaps(texts, english)].map((gap) => `${file}: ${gap}`);
  if (sample === undefined)
    return [...gaps, `src/i18n/languages.test.ts: add a sample of ${language} to the samples`];
  return [...gaps, ...articleGaps(language, sample)];
}

/** Every phrase by its path; functions are called with sample values. */
export function phrases(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return phrases((value as (...all: unknown[]) => unknown)(2, 3, 'x'), path);
  return Object.entries(value as object).flatMap(([key, inner]) =>
    phrases(inner, path === '' ? key : `${path}.${key}`),
  );
}

function wordGaps(texts: Texts, english: Texts): string[] {
  const written = new Map(phrases(texts));
  return phrases(english)
    .filter(([path]) => !path.startsWith('counted.'))
    .filter(([path]) => {
      const phrase = written.get(path) ?? '';
      return phrase.trim() === '' || phrase.includes('undefined');
    })
    .map(([path, inEnglish]) => `write ${path}; in English it is ${JSON.stringify(inEnglish)}`);
}

/** One form for each plural category of the locale, and a place for the number in the last of them. */
function pluralGaps({ locale, counted }: Texts): string[] {
  const rules = new Intl.PluralRules(locale);
  const gaps = Object.entries(counted).flatMap(([unit, forms]) =>
    rules
      .resolvedOptions()
      .pluralCategories.filter((category) => !forms[category]?.trim())
      .map((category) => {
        const numbers = Array.from({ length: 200 }, (_, number) => number);
        const examples = numbers.filter((number) => rules.select(number) === category).slice(0, 4);
        return `write counted.${unit}.${category}, the form for ${examples.join(', ') || 'fractions'}`;
      }),
  );
  const unnumbered = Object.entries(counted).filter(([, { other }]) => other && !other.includes('{}'));
  return [
    ...gaps,
    ...unnumbered.map(([unit]) => `put {} into counted.${unit}.other, where the number stands`),
  ];
}

/** The messages of a failure are English; any other language explains each kind of failure itself. */
function causeGaps({ status }: Texts, english: Texts): string[] {
  if (status === english.status) return [];
  return causes
    .filter((cause) => cause !== 'other' && !status.causes[cause])
    .map((cause) => `write status.causes.${cause}: what is wrong with the feed, and what its owner can do`);
}

function dateGaps(texts: Texts, english: Texts): string[] {
  const { locale } = texts;
  if (Intl.DateTimeFormat.supportedLocalesOf(locale).length === 0)
    return [`name another locale: this Node has no dates and numbers for ${locale}`];
  const order = ['{date}', '{weekday}']
    .filter((part) => !texts.dates.day.includes(part))
    .map((part) => `put ${part} into dates.day, in the order of the language`);
  const [own, theirs] = [texts, english].map((each) =>
    dates(each, { time: '05:30', timeZone: 'UTC' }).weekdays.map(({ long }) => long),
  );
  const isEnglish = new Intl.Locale(locale).language === new Intl.Locale(english.locale).language;
  const isFallback = !isEnglish && own?.some((weekday) => theirs?.includes(weekday));
  const weekdays =
    isFallback || new Set(own).size !== 7
      ? [`name another locale: this Node has no names of weekdays for ${locale}`]
      : [];
  return [...order, ...weekdays];
}

/** What cleaning has to know of a language: where a sentence ends, what a byline looks like, how long a text is. */
function articleGaps(language: string, { sentences, shortSentence, byline, length }: Sample): string[] {
  const excerptOf = (...paragraphs: string[]) =>
    excerpt(parseHtml(paragraphs.map((text) => `<p>${text}</p>`).join('')), language);
  const whole = sentences.join('');
  const firstTwo = sentences.slice(0, 2).join('').trim();
  const gaps: string[] = [];
  if (excerptOf(whole) !== firstTwo)
    gaps.push(`src/clean/excerpt.ts: an excerpt in ${language} is not two sentences; add its punctuation`);
  if (!excerptOf(shortSentence, whole).startsWith(shortSentence))
    gaps.push(
      `src/clean/excerpt.ts: a short sentence in ${language} is taken for a label; add its punctuation to isProse`,
    );
  if (excerptOf(byline, whole) !== firstTwo)
    gaps.push(`src/clean/excerpt.ts: a byline in ${language} is taken for prose; add its words to byline`);
  const perMinute = 'words' in length ? 238 : 375;
  const units = 'words' in length ? length.words : length.characters;
  const copies = Math.ceil((10 * perMinute) / units);
  const minutes = readingMinutes(parseHtml(`<p>${sentences[0]}</p>`.repeat(copies)));
  if (minutes !== Math.round((copies * units) / perMinute))
    gaps.push(
      `src/clean/reading-time.ts: ten minutes of ${language} count as ${minutes}; add its script to kindOf`,
    );
  return gaps;
}
