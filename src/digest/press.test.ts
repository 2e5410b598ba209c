import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shiftDay } from './day.ts';
import { editionAt, lastPress, pressAt } from './press.ts';

const iso = (instant: number) => new Date(instant).toISOString();

describe('an edition goes to press', () => {
  test.each([
    [
      'at its hour in the zone of the site',
      '2026-11-28',
      '05:30',
      'Asia/Shanghai',
      '2026-11-27T21:30:00.000Z',
    ],
    [
      'at the end of an hour that the clock skips',
      '2026-03-08',
      '02:30',
      'America/New_York',
      '2026-03-08T07:00:00.000Z',
    ],
    [
      'at the end of a skipped half hour',
      '2026-10-04',
      '02:15',
      'Australia/Lord_Howe',
      '2026-10-03T15:30:00.000Z',
    ],
    [
      'at the first of two hours that are called the same',
      '2026-11-01',
      '01:30',
      'America/New_York',
      '2026-11-01T05:30:00.000Z',
    ],
    [
      'at one in the morning where midnight is skipped',
      '2026-09-06',
      '00:10',
      'America/Santiago',
      '2026-09-06T04:00:00.000Z',
    ],
    [
      'at the end of a day that a zone leaves out',
      '2011-12-30',
      '05:30',
      'Pacific/Apia',
      '2011-12-30T10:00:00.000Z',
    ],
  ])('%s', (_, day, time, timeZone, instant) => {
    expect(iso(pressAt(day, { time, timeZone }))).toBe(instant);
  });
});

describe('an instant belongs to', () => {
  const schedule = { time: '05:30', timeZone: 'Asia/Shanghai' };

  test.each([
    ['the edition whose press comes next', '2026-11-27T12:00:00Z', '2026-11-28'],
    ['the edition that goes to press at that instant', '2026-11-27T21:30:00.000Z', '2026-11-28'],
    ['the next edition once the press has begun', '2026-11-27T21:30:00.001Z', '2026-11-29'],
    ['the edition of the same day before its press time', '2026-11-27T21:00:00Z', '2026-11-28'],
  ])('%s', (_, instant, day) => {
    expect(editionAt(Date.parse(instant), schedule)).toBe(day);
  });

  test('no two editions and never to none, in any zone and year', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const instants = fc.date({
      min: new Date('1980-01-01'),
      max: new Date('2037-12-31'),
      noInvalidDate: true,
    });
    const minutes = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), minutes, (date, timeZone, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        const schedule = { time, timeZone };
        const instant = date.getTime();
        const day = editionAt(instant, schedule);
        const before = pressAt(shiftDay(day, -1), schedule);
        return (
          before < instant &&
          instant <= pressAt(day, schedule) &&
          lastPress(instant, schedule) === (instant === pressAt(day, schedule) ? day : shiftDay(day, -1))
        );
      }),
      { numRuns: 300 },
    );
  });

  test('the right edition on every day of a year when clocks change', () => {
    for (const timeZone of [
      'America/New_York',
      'Europe/London',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
    ]) {
      for (const time of ['00:00', '01:30', '02:30', '03:00', '23:59']) {
        let before = pressAt('2025-12-31', { time, timeZone });
        for (let day = '2026-01-01'; day < '2027-01-01'; day = shiftDay(day, 1)) {
          const at = pressAt(day, { time, timeZone });
          expect(at).toBeGreaterThan(before);
          expect(editionAt(before + 1, { time, timeZone })).toBe(day);
          expect(editionAt(at, { time, timeZone })).toBe(day);
          before = at;
        }
      }
    }
  });
});
