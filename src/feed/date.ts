import { TZDate } from '@date-fns/tz';
import { type Day, day, readDay } from './date-forms.ts';
import { monthNumber, splitMeridiem, westernised } from './date-words.ts';
import { readZone } from './date-zones.ts';

interface Time {
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

const LONGEST = 120;

/**
 * An instant as feeds write it, in any of the forms below and the languages of `date-words.ts`, as ISO 8601 in UTC
 * with milliseconds; null when it cannot be read or is no day at all. `timeZone` (IANA) is for dates that name no
 * zone; a date without a time is the first moment of that day.
 */
export function readDate(text: string | null | undefined, timeZone = 'UTC'): string | null {
  const usual = readUsual(text?.trim() ?? '');
  if (usual !== null) return usual;
  const given = text?.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (!given || given.length > LONGEST) return null;
  return readNumber(given) ?? readWords(given, timeZone);
}

const RFC_822 =
  /^(?:[A-Z][a-z]{2}, )?(\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) (?:GMT|UTC|Z|([+-])(\d\d)(\d\d))$/;
const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{3}))?(?:Z|([+-])(\d\d):(\d\d))$/;

/** The two forms that nine of ten feeds use, as their standards have them. */
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

function offset(sign: string | undefined, hours: string | undefined, minutes: string | undefined): number {
  const total = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -total : total;
}

function isTime({ hour, minute, second }: Time): boolean {
  return hour < 24 && minute < 60 && second < 60;
}

/** Digits alone: seconds, milliseconds or microseconds since 1970, or a day and time without any marks. */
function readNumber(text: string): string | null {
  const epoch = /^(\d{9,10})(?:\.\d+)?$|^(\d{12,13})$|^(\d{16})$/.exec(text);
  if (!epoch || /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d$/.test(text))
    return null;
  const [, seconds, milliseconds, microseconds] = epoch;
  return instant(
    seconds ? Number(text) * 1000 : milliseconds ? Number(milliseconds) : Number(microseconds) / 1000,
  );
}

function readWords(text: string, timeZone: string): string | null {
  const { rest, half } = splitMeridiem(spaced(westernised(text)));
  const { before, time, after } = splitTime(rest, half);
  if (time === 'invalid') return null;
  const zone = time
    ? readZone(after, timeZone)
    : readZone(/(?<=\d)(?:Z|[+-]\d\d:\d\d)$/i.exec(before)?.[0] ?? '', timeZone);
  const day =
    readDay(before) ??
    readDay(time ? `${before} ${withoutZone(after)}` : before) ??
    (time ? readDay(after) : null);
  return day ? toInstant(day, time, zone ?? timeZone) : null;
}

/** Compact forms with marks put in: `20261126T093000Z`, `20261126093000`, `26Nov2026`. */
function spaced(text: string): string {
  return text
    .replace(
      /^(\d{4})(\d\d)(\d\d)[T ]?(\d\d)(\d\d)(\d\d)?(?!\d)/,
      (_, y, m, d, h, mi, s) => `${y}-${m}-${d} ${h}:${mi}${s ? `:${s}` : ''}`,
    )
    .replace(
      /^(\d{4})-?(\d\d)-?(\d\d)T(\d\d)(\d\d)(\d\d)?(?!\d)/,
      (_, y, m, d, h, mi, s) => `${y}-${m}-${d} ${h}:${mi}${s ? `:${s}` : ''}`,
    )
    .replace(/^(\d{4})(\d\d)(\d\d)(?!\d)/, '$1-$2-$3');
}

const TIME =
  /(?<![\d:]|\d[+-])(\d{1,2})\s?(?:[:h]\s?(\d{1,2})(?!\d)(?:\s?[:m]\s?(\d{1,2})(?:[.,:](\d{1,9}))?)?|\.(\d\d)(?=\s?Uhr))(?:\s?(?:Uhr|h|s))?(?![\d:])/i;

/** Where the time of day stands, and what stands around it. */
function splitTime(
  text: string,
  half: 'am' | 'pm' | null,
): { before: string; time: Time | 'invalid' | null; after: string } {
  const match = TIME.exec(text);
  if (!match) return { before: text, time: null, after: '' };
  const [whole, hour, minute, second, fraction, dotted] = match;
  const time: Time = {
    hour: to24(Number(hour), half),
    minute: Number(minute ?? dotted ?? 0),
    second: Math.min(Number(second ?? 0), second === '60' ? 59 : 99),
    millisecond: Number((fraction ?? '0').padEnd(3, '0').slice(0, 3)),
  };
  const isMidnight = time.hour === 24 && time.minute === 0 && time.second === 0;
  const valid = (time.hour < 24 || isMidnight) && time.minute < 60 && time.second < 60;
  const before = text.slice(0, match.index).replace(/T\s*$/, ' ');
  return { before, time: valid ? time : 'invalid', after: text.slice(match.index + whole.length) };
}

function to24(hour: number, half: 'am' | 'pm' | null): number {
  if (half === 'pm' && hour < 12) return hour + 12;
  return half === 'am' && hour === 12 ? 0 : hour;
}

/** What follows a time, without its zone: asctime puts the year there. */
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

/** The first moment of 1970 is what programs write that have no date. */
function instant(milliseconds: number): string | null {
  const date = new Date(milliseconds);
  return milliseconds > 0 && !Number.isNaN(date.getTime()) && date.getUTCFullYear() < 2200
    ? date.toISOString()
    : null;
}
