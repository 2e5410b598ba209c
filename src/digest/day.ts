import { TZDate } from '@date-fns/tz';

/** Days are `YYYY-MM-DD` strings, months `YYYY-MM`, years `YYYY`; they sort as text. */

/** The day that an instant falls on in a time zone, whatever zone the machine is in. */
export function dayOf(instant: string | Date, timeZone: string): string {
  const [day = ''] = new TZDate(new Date(instant), timeZone).toISOString().split('T');
  return day;
}

/** Every day in UTC has this many milliseconds. */
const dayLength = 86_400_000;

/** The day `count` days after (or, negative, before) another. */
export function shiftDay(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10);
}

/** The month (`YYYY-MM`) `count` months after (or, negative, before) another. */
export function shiftMonth(month: string, count: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

export function yearOf(day: string): string {
  return day.slice(0, 4);
}
