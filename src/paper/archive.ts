import type { EditionCount } from '../digest/almanac.ts';
import { monthOf, yearOf } from '../digest/day.ts';
import type { Edition } from '../digest/edition.ts';
import { type CalendarMonth, calendarMonth, type Heat, heatOf, monthsOf } from './calendar.ts';

/** The part of an edition's counts that the archive needs. */
export type Counted = Pick<EditionCount, 'day' | 'items'>;

/** The elements before and after one in a list; null at the ends. */
export interface Neighbours<T> {
  previous: T | null;
  next: T | null;
}

export function neighboursIn<T>(row: readonly T[], index: number): Neighbours<T> {
  return { previous: row[index - 1] ?? null, next: row[index + 1] ?? null };
}

export interface MonthPage extends Neighbours<string> {
  month: string;
  calendar: CalendarMonth;
  /** Newest first. */
  editions: Edition[];
}

/**
 * The page of a month; null for a month without editions. Its editions must be open; `almanac` counts the whole
 * paper.
 */
export function monthPage(
  editions: readonly Edition[],
  almanac: readonly Counted[],
  month: string,
): MonthPage | null {
  const months = monthsWith(almanac);
  const ofMonth = editions.filter(({ day }) => monthOf(day) === month);
  if (ofMonth.length === 0) return null;
  return {
    month,
    calendar: calendarMonth(month, countsOf(ofMonth)),
    editions: ofMonth.toReversed(),
    ...neighboursIn(months, months.indexOf(month)),
  };
}

export interface YearPage extends Neighbours<string> {
  year: string;
  items: number;
  editions: number;
  /** All twelve, which share one scale of heat. */
  calendars: CalendarMonth[];
}

/** The page of a year; null for a year without editions. */
export function yearPage(editions: readonly Counted[], year: string): YearPage | null {
  const years = yearsWith(editions);
  const ofYear = editions.filter(({ day }) => yearOf(day) === year);
  if (ofYear.length === 0) return null;
  return {
    year,
    ...total(ofYear),
    calendars: yearCalendars(year, countsOf(ofYear)),
    ...neighboursIn(years, years.indexOf(year)),
  };
}

export interface ArchiveYear {
  year: string;
  items: number;
  editions: number;
  months: { month: string; items: number; heat: Heat }[];
}

/** The years of a paper, newest first, with their months; all months share one scale of heat. */
export function archiveYears(editions: readonly Counted[]): ArchiveYear[] {
  const byMonth = Map.groupBy(editions, ({ day }) => monthOf(day));
  const items = (month: string) => total(byMonth.get(month) ?? []).items;
  const fullest = Math.max(0, ...[...byMonth.keys()].map(items));
  const byYear = Map.groupBy(editions, ({ day }) => yearOf(day));
  return [...byYear].reverse().map(([year, ofYear]) => ({
    year,
    ...total(ofYear),
    months: monthsOf(year).map((month) => ({
      month,
      items: items(month),
      heat: heatOf(items(month), fullest),
    })),
  }));
}

/** The twelve calendars of a year, which share one scale of heat. */
export function yearCalendars(year: string, counts: ReadonlyMap<string, number>): CalendarMonth[] {
  const fullest = Math.max(
    0,
    ...[...counts].filter(([day]) => yearOf(day) === year).map(([, items]) => items),
  );
  return monthsOf(year).map((month) => calendarMonth(month, counts, fullest));
}

/** Months with editions, oldest first. */
export function monthsWith(editions: readonly Counted[]): string[] {
  return [...new Set(editions.map(({ day }) => monthOf(day)))];
}

/** The month that the address of a page names. */
export function monthParams(month: string): { year: string; month: string } {
  return { year: month.slice(0, 4), month: month.slice(5) };
}

/** Years with editions, oldest first. */
export function yearsWith(editions: readonly Counted[]): string[] {
  return [...new Set(editions.map(({ day }) => yearOf(day)))];
}

/** Items by day. */
export function countsOf(editions: readonly Counted[]): Map<string, number> {
  return new Map(editions.map(({ day, items }) => [day, items]));
}

function total(editions: readonly Counted[]): { items: number; editions: number } {
  return { items: editions.reduce((sum, { items }) => sum + items, 0), editions: editions.length };
}
