import { TZDate } from '@date-fns/tz';
import { dayOf } from '../digest/day.ts';
import { editionAt, type PressSchedule } from '../digest/press.ts';
import type { Texts } from './texts.ts';

/**
 * Dates in the words of a language. Nothing here depends on the clock, the zone or the language of the machine:
 * days are read as UTC, instants in the zone of the press.
 */
export function dates({ locale, dates: forms }: Pick<Texts, 'locale' | 'dates'>, schedule: PressSchedule) {
  const { timeZone } = schedule;
  const ofDay = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (day: string) => formatter.format(new Date(`${fullDay(day)}T00:00:00Z`));
  };
  const weekday = ofDay({ weekday: 'long' });
  const narrow = ofDay({ weekday: 'narrow' });
  const longDay = ofDay({ year: 'numeric', month: 'long', day: 'numeric' });
  const dayAndMonth = ofDay({ month: 'long', day: 'numeric' });
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  const time = (instant: string) => clock.format(new Date(instant));
  const withWeekday = (date: string, day: string) =>
    forms.day.replace('{date}', date).replace('{weekday}', weekday(day));
  return {
    /** `2026年11月22日 星期日`, `Sunday 22 November 2026`. */
    day: (day: string) => withWeekday(longDay(day), day),
    /** Without the year: `11月22日 星期日`. */
    shortDay: (day: string) => withWeekday(dayAndMonth(day), day),
    longDay,
    dayAndMonth,
    /** `2026年11月` of `2026-11`. */
    month: ofDay({ year: 'numeric', month: 'long' }),
    monthAlone: ofDay({ month: forms.monthAlone }),
    monthShort: ofDay({ month: 'short' }),
    year: ofDay({ year: 'numeric' }),
    /** `07:10`. */
    time,
    /** `07:10`, with the day in front when the instant lies neither on the day of the edition nor in the 24 hours that it gathers. */
    timeOn: (instant: string, edition: string) => {
      const day = dayOf(instant, timeZone);
      const isNear = day === edition || editionAt(Date.parse(instant), schedule) === edition;
      return isNear ? time(instant) : `${dayAndMonth(day)} ${time(instant)}`;
    },
    dateTime: (instant: string) => `${longDay(dayOf(instant, timeZone))} ${time(instant)}`,
    date: (instant: string) => longDay(dayOf(instant, timeZone)),
    /** For `<time datetime>`: `2026-11-22T07:10+08:00`. */
    machine: (instant: string) => {
      const whole = new TZDate(new Date(instant), timeZone).toISOString();
      return `${whole.slice(0, -':00.000+08:00'.length)}${whole.slice(-'+08:00'.length)}`;
    },
    /** The days of the week, Monday first. */
    weekdays: [1, 2, 3, 4, 5, 6, 7]
      .map((date) => `2024-01-0${date}`)
      .map((day) => ({ narrow: narrow(day), long: weekday(day) })),
    /** What people call the zone: `中国标准时间`. */
    zone: zoneName(locale, timeZone),
  };
}

export type Dates = ReturnType<typeof dates>;

function fullDay(day: string): string {
  return `${day}-01-01`.slice(0, 10);
}

/** What the zone is called in January, so that the name does not change with summer time. */
function zoneName(locale: string, timeZone: string): string {
  const name = (timeZoneName: 'longGeneric' | 'long') =>
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName })
      .formatToParts(new Date('2024-01-15T00:00:00Z'))
      .find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
  const generic = name('longGeneric');
  return generic.startsWith('GMT') ? name('long') : generic;
}
