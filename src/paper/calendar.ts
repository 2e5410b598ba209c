import { shiftDay } from '../digest/day.ts';

/** How full a day or month is compared with the fullest one shown: 0 without items, 4 for the fullest. */
export type Heat = 0 | 1 | 2 | 3 | 4;

interface CalendarDay {
  day: string;
  items: number;
  heat: Heat;
}

/** One month as a calendar shows it; null stands for a day of another month. */
export interface CalendarMonth {
  /** `YYYY-MM`. */
  month: string;
  items: number;
  /** Weeks from Monday to Sunday. */
  weeks: (CalendarDay | null)[][];
}

/** A month with the number of items of each of its days. `fullest` sets the scale; by default the month's own. */
export function calendarMonth(
  month: string,
  counts: ReadonlyMap<string, number>,
  fullest?: number,
): CalendarMonth {
  const days = daysOf(month);
  const most = fullest ?? Math.max(0, ...days.map((day) => counts.get(day) ?? 0));
  const cells = days.map((day): CalendarDay => {
    const items = counts.get(day) ?? 0;
    return { day, items, heat: heatOf(items, most) };
  });
  const padded = [...Array<null>(weekday(`${month}-01`)).fill(null), ...cells];
  const weeks: (CalendarDay | null)[][] = [];
  for (let start = 0; start < padded.length; start += 7) {
    const week = padded.slice(start, start + 7);
    weeks.push([...week, ...Array<null>(7 - week.length).fill(null)]);
  }
  return { month, items: cells.reduce((sum, { items }) => sum + items, 0), weeks };
}

/** Heat in equal steps up to the fullest. */
export function heatOf(items: number, fullest: number): Heat {
  if (items <= 0 || fullest <= 0) return 0;
  return Math.min(4, Math.ceil((4 * items) / fullest)) as Heat;
}

/** `2026-01` … `2026-12`. */
export function monthsOf(year: string): string[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
}

function daysOf(month: string): string[] {
  const days: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = shiftDay(day, 1)) days.push(day);
  return days;
}

/** 0 for Monday. */
function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
