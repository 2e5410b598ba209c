import { monthNumber } from './months.ts';

/** A day of the calendar. January is month 1. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

/** What comes first in a day of numbers with slashes, such as `1/5/2026`, where both are possible. */
export type DayOrder = 'day first' | 'month first';

/** `form` finds the parts of a day, `read` makes a day of them. */
type Form = { form: RegExp; read: (found: string[], order: DayOrder) => Day | null };

/**
 * Forms of a day, tried in this order. Words that are not months (weekdays, `de`, `of`, `um`) may stand in front. Sources:
 * RFC 822, ISO 8601, and the forms that feedparser reads (`datetimes/`).
 */
const FORMS: readonly Form[] = [
  // 2026-11-26, 2026/11/26, 2026. 11. 26.
  {
    form: /(?<!\d)(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)/g,
    read: ([y, m, d]) => day(y, m, d),
  },
  // 2026-W48-4, 2026-330: ISO 8601's week and day of the year
  {
    form: /^(\d{4})-?W(\d\d)(?:-?([1-7]))?$/g,
    read: ([y, w, d]) => dayOfYear(y, weekStart(Number(y)) + Number(w) * 7 + Number(d || 1)),
  },
  { form: /^(\d{4})-?(\d{3})$/g, read: ([y, n]) => dayOfYear(y, Number(n)) },
  // 26 Nov 2026, 26-Nov-26, 26. November 2026, 26 de noviembre de 2026, 26th of November 2026
  {
    form: /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª)?[\s.,/-]*(?:(?:de|of)\s|ב)?\s*(\p{L}[\p{L}\p{M}]{2,})[\s.,/-]*(?:(?:de|del)\s)?\s*'?(\d{4}|\d\d)(?!\d)/gu,
    read: ([d, name, y]) => day(y, String(monthNumber(name ?? '') ?? ''), d),
  },
  // Nov 26, 2026; November 26th 2026
  {
    form: /(\p{L}[\p{L}\p{M}]{2,})[\s.,/-]*(\d{1,2})(?:st|nd|rd|th)?[\s.,/-]+'?(\d{4})(?!\d)/gu,
    read: ([name, d, y]) => day(y, String(monthNumber(name ?? '') ?? ''), d),
  },
  // 2026 Nov 26, 2026-november-26
  {
    form: /(?<!\d)(\d{4})[\s.,/-]+(\p{L}[\p{L}\p{M}]{2,})[\s.,/-]+(\d{1,2})(?!\d)/gu,
    read: ([y, name, d]) => day(y, String(monthNumber(name ?? '') ?? ''), d),
  },
  // 2026 m. lapkričio 26 d.; 2026. gada 26. novembris
  {
    form: /(?<!\d)(\d{4})\s?m\.\s(\p{L}{3,})\s(\d{1,2})(?!\d)/gu,
    read: ([y, name, d]) => day(y, String(monthNumber(name ?? '') ?? ''), d),
  },
  {
    form: /(?<!\d)(\d{4})\.\sgada\s(\d{1,2})\.\s(\p{L}{3,})/gu,
    read: ([y, d, name]) => day(y, String(monthNumber(name ?? '') ?? ''), d),
  },
  // 26.11.2026: with dots, the day comes first everywhere
  { form: /(?<!\d)(\d{1,2})\s?\.\s?(\d{1,2})\s?\.\s?(\d{4}|\d\d)(?!\d)/g, read: ([d, m, y]) => day(y, m, d) },
  // 26 tháng 11, 2026; 26 thg 11, 2026
  {
    form: /(?<!\d)(\d{1,2}) th(?:áng|g) (\d{1,2}),? (?:năm )?(\d{4})(?!\d)/giu,
    read: ([d, m, y]) => day(y, m, d),
  },
  // 26/11/2026 and 11/26/2026: where both are possible, the day comes first, as in most countries
  {
    form: /(?<!\d)(\d{1,2})\s?[/-]\s?(\d{1,2})\s?[/-]\s?(\d{4})(?!\d)/g,
    read: ([a, b, y], order) =>
      (order === 'month first' ? day(y, a, b) : null) ?? day(y, b, a) ?? day(y, a, b),
  },
  // 26 11 2026 after a weekday, as Java writes RFC 822 in Japanese
  { form: /^\D*(\d\d) (\d{1,2}) (\d{4})$/g, read: ([d, m, y]) => day(y, m, d) },
  // 26-11-26 as ISO 8601 shortens it
  { form: /^(\d\d)-(\d\d)-(\d\d)$/g, read: ([y, m, d]) => day(y, m, d) },
  // November 2026, 2026-11, 2026
  {
    form: /^\P{N}*?(\p{L}[\p{L}\p{M}]{2,})[\s.,]*(\d{4})(?!\d)/gu,
    read: ([name, y]) => day(y, String(monthNumber(name ?? '') ?? ''), '1'),
  },
  { form: /^(\d{4})[-/](\d{1,2})$/g, read: ([y, m]) => day(y, m, '1') },
  { form: /^(\d{4})$/g, read: ([y]) => day(y, '1', '1') },
];

/** The day in a text, in any of the forms, or null. */
export function readDay(text: string, order: DayOrder = 'day first'): Day | null {
  const trimmed = text
    .replace(/(?<=\d)(?:Z|[+-]\d\d:\d\d)$/i, '')
    .trim()
    .replace(/[,;]+$/, '');
  for (const { form, read } of FORMS) {
    for (const match of trimmed.matchAll(form)) {
      const found = read(match.slice(1), order);
      if (found) return found;
    }
  }
  return null;
}

/** A day, or null when the calendar does not have it. Years of two digits are 1990 to 2089. */
export function day(
  year: string | undefined,
  month: string | undefined,
  dayOfMonth: string | undefined,
): Day | null {
  if (!year || !month || !dayOfMonth) return null;
  const short = Number(year);
  const found = {
    year: year.length > 2 ? short : short + (short < 90 ? 2000 : 1900),
    month: Number(month),
    day: Number(dayOfMonth),
  };
  const date = new Date(Date.UTC(found.year, found.month - 1, found.day));
  const exists = date.getUTCMonth() === found.month - 1 && date.getUTCDate() === found.day;
  return exists && found.year >= 1900 && found.year < 2200 ? found : null;
}

/** The day with this number in a year; the first is 1. */
function dayOfYear(year: string | undefined, number: number): Day | null {
  const date = new Date(Date.UTC(Number(year), 0, number));
  return day(String(date.getUTCFullYear()), String(date.getUTCMonth() + 1), String(date.getUTCDate()));
}

/** What to add to `week * 7 + weekday` of ISO 8601 to get the number of the day in its year. */
function weekStart(year: number): number {
  const weekday = (new Date(Date.UTC(year, 0, 4)).getUTCDay() + 6) % 7;
  return 4 - weekday - 8;
}
