import { TZDate } from '@date-fns/tz';
import { type Day, type DayOrder, day, readDay } from './date/days.ts';
import { withWesternDigits } from './date/digits.ts';
import { westernised } from './date/east-asian.ts';
import { splitMeridiem } from './date/meridiem.ts';
import { monthNumber } from './date/months.ts';
import { isTime, splitTime, type Time } from './date/times.ts';
import { readZone } from './date/zones.ts';

/** Longest date read, in characters. */
const LONGEST = 120;

/**
 * Reads a date as feeds write it: a day in any form of `date/days.ts`, with or without a time and a time zone, or a
 * number. Returns ISO 8601 in UTC with milliseconds; null for a text that is not a date and a date that does not exist.
 * `timeZone` (IANA) is for dates without one. It decides between the meanings of an abbreviation, and without it
 * `language` (BCP 47) does. A date without a time is the first moment of its day.
 */
export function readDate(
  text: string | null | undefined,
  timeZone?: string | undefined,
  language: string | null = null,
): string | null {
  const usual = readUsual(text?.trim() ?? '');
  if (usual !== null) return usual;
  const given = text?.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (!given || given.length > LONGEST) return null;
  return readNumber(given) ?? readWords(given, { timeZone, language });
}

/** Where a date is from. */
interface Origin {
  timeZone: string | undefined;
  language: string | null;
}

const RFC_822 =
  /^(?:[A-Z][a-z]{2}, )?(\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) (?:GMT|UTC|Z|([+-])(\d\d)(\d\d))$/;
const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{3}))?(?:Z|([+-])(\d\d):(\d\d))$/;

/** Fast path for the two forms that nine out of ten feeds use, exactly as in their standards. */
function readUsual(text: string): string | null {
  const [, date, name, fullYear, h, m, s, plus, oh, om] = RFC_822.exec(text) ?? [];
  if (name) {
    const time = { hour: Number(h), minute: Number(m), second: Number(s), millisecond: 0 };
    const found = day(fullYear, String(monthNumber(name) ?? ''), date);
    return found && isTime(time) ? toInstant(found, time, offset(plus, oh, om)) : null;
  }
  const [, year, month, dayOfMonth, hour, minute, second, fraction, sign, hours, minutes] =
    RFC_3339.exec(text) ?? [];
  const found = day(year, month, dayOfMonth);
  const time = {
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: Number(fraction ?? 0),
  };
  return found && isTime(time) ? toInstant(found, time, offset(sign, hours, minutes)) : null;
}

/** Minutes east of UTC. */
function offset(sign: string | undefined, hours: string | undefined, minutes: string | undefined): number {
  const total = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -total : total;
}

/** A number of seconds, milliseconds or microseconds since 1970. Null for digits that are a date: `202611260930`. */
function readNumber(text: string): string | null {
  const epoch =
    /^(\d{9,10})(?:\.\d+)?$|^(\d{12,13})$|^(\d{16})$/.exec(text) ??
    // As .NET writes a date in JSON.
    /^\/Date\(()(\d{12,13})(?:[+-]\d{4})?\)\/$/.exec(text);
  if (!epoch || /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d$/.test(text))
    return null;
  const [, seconds, milliseconds, microseconds] = epoch;
  return instant(
    seconds ? Number(text) * 1000 : milliseconds ? Number(milliseconds) : Number(microseconds) / 1000,
  );
}

/** All other forms: splits the time off, then reads the zone after it and the day around it. */
function readWords(text: string, origin: Origin): string | null {
  const { rest, half, english } = splitMeridiem(spaced(westernised(withWesternDigits(text))));
  const { before, time, after } = splitTime(rest, half);
  if (time === 'invalid') return null;
  const zone = time
    ? (readZone(after, origin) ?? readZoneInFront(before, origin))
    : readZone(/(?<=\d)(?:Z|[+-]\d\d:\d\d)$/i.exec(before)?.[0] ?? '', origin);
  const order: DayOrder = english && !isDayFirst(origin.language) ? 'month first' : 'day first';
  const day =
    readDay(before, order) ??
    readDay(time ? `${before} ${withoutZone(after)}` : before, order) ??
    (time ? readDay(after, order) : null);
  return day ? toInstant(day, time, zone ?? origin.timeZone ?? 'UTC') : null;
}

/** Whether `5/1/2026 3 PM` is 5 January in a language (CLDR): so in English outside of North America. */
function isDayFirst(language: string | null): boolean {
  return language !== null && !/^(?:en|zh|ja|ko)(?:-Latn)?(?:-(?:US|CA|PH))?$/i.test(language);
}

/** Chinese puts the zone before the day as well: `北京时间2026年1月5日18时`. */
function readZoneInFront(before: string, origin: Origin): number | string | null {
  return /^\s*\p{Script=Han}/u.test(before) ? readZone(before, origin) : null;
}

/** Puts separators into compact dates: `20261126T093000Z` → `2026-11-26 09:30:00Z`. */
function spaced(text: string): string {
  return (
    text
      .replace(
        /^(\d{4})(\d\d)(\d\d)[T ]?(\d\d)(\d\d)(\d\d)?(?!\d)/,
        (_, y, m, d, h, mi, s) => `${y}-${m}-${d} ${h}:${mi}${s ? `:${s}` : ''}`,
      )
      .replace(
        /^(\d{4})-?(\d\d)-?(\d\d)T(\d\d)(\d\d)(\d\d)?(?!\d)/,
        (_, y, m, d, h, mi, s) => `${y}-${m}-${d} ${h}:${mi}${s ? `:${s}` : ''}`,
      )
      .replace(/^(\d{4})(\d\d)(\d\d)(?!\d)/, '$1-$2-$3')
      // A zero too many: `2026-011-026T09:030:00`.
      .replace(/^(\d{4})-0?(\d\d)-0?(\d\d)(?!\d)/, '$1-$2-$3')
      .replace(/(?<=\dT|\s|:)0(\d\d)(?=:)|(?<=:)0([0-5]\d)(?![\d:])/g, '$1$2')
      // An hour alone: `2026-11-26T09Z`.
      .replace(/^(\d{4}-\d\d-\d\d)T(\d\d)(?=$|Z|[+-]\d)/i, '$1 $2:00')
      // The common log format: `26/Nov/2026:09:30:00`.
      .replace(/(\d{4}):(?=\d\d:\d\d)/, '$1 ')
  );
}

/** The text after a time, without the zone: C's `asctime` puts the year there. */
function withoutZone(after: string): string {
  return after.replace(/^\s*(?:[A-Za-z]{1,5}\s*)?(?:[+-]\d{1,2}:?\d{0,2}(?!\d))?/, ' ');
}

function toInstant({ year, month, day: date }: Day, time: Time | null, zone: number | string): string | null {
  const { hour, minute, second, millisecond } = time ?? { hour: 0, minute: 0, second: 0, millisecond: 0 };
  const utc = Date.UTC(year, month - 1, date, hour, minute, second, millisecond);
  if (typeof zone === 'number') return instant(utc - zone * 60_000);
  if (zone === 'UTC') return instant(utc);
  return instant(new TZDate(year, month - 1, date, hour, minute, second, millisecond, zone).getTime());
}

/** Milliseconds since 1970 as ISO 8601; null for 1970-01-01T00:00:00Z, which programs write when they have no date. */
function instant(milliseconds: number): string | null {
  const date = new Date(milliseconds);
  return milliseconds > 0 && !Number.isNaN(date.getTime()) && date.getUTCFullYear() < 2200
    ? date.toISOString()
    : null;
}
