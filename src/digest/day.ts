import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { format } from 'date-fns/format';

/** Days are `YYYY-MM-DD` strings, months `YYYY-MM`, years `YYYY`; they sort as text. */

/** The day that an instant falls on in a time zone, whatever zone the machine is in. */
export function dayOf(instant: string | Date, timeZone: string): string {
  return format(new TZDate(new Date(instant), timeZone), 'yyyy-MM-dd');
}

/** The day `count` days after (or, negative, before) another. */
export function shiftDay(day: string, count: number): string {
  return format(addDays(new TZDate(`${day}T00:00:00Z`, 'UTC'), count), 'yyyy-MM-dd');
}

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

export function yearOf(day: string): string {
  return day.slice(0, 4);
}
