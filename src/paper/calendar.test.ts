import { describe, expect, test } from 'vitest';
import { calendarMonth, heatOf } from './calendar.ts';

describe('a calendar month', () => {
  test('starts its weeks on Monday and leaves the days of other months empty', () => {
    const { weeks } = calendarMonth('2026-11', new Map());
    expect(weeks).toHaveLength(6);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks[0]?.map((cell) => cell?.day ?? null)).toEqual([...Array(6).fill(null), '2026-11-01']);
  });

  test('has every day of a leap February once', () => {
    const days = calendarMonth('2028-02', new Map())
      .weeks.flat()
      .filter((cell) => cell !== null);
    expect(days).toHaveLength(29);
    expect(days.at(-1)?.day).toBe('2028-02-29');
  });

  test('counts its items and marks the fullest day', () => {
    const month = calendarMonth(
      '2026-11',
      new Map([
        ['2026-11-02', 5],
        ['2026-11-03', 20],
      ]),
    );
    expect(month.items).toBe(25);
    const heat = (day: string) => month.weeks.flat().find((cell) => cell?.day === day)?.heat;
    expect([heat('2026-11-01'), heat('2026-11-02'), heat('2026-11-03')]).toEqual([0, 1, 4]);
  });
});

describe('heat', () => {
  test('is 0 only without items', () => {
    expect([heatOf(0, 0), heatOf(0, 9), heatOf(1, 1000), heatOf(1000, 1000)]).toEqual([0, 0, 1, 4]);
  });
});
