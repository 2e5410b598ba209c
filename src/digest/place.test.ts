import { describe, expect, test } from 'vitest';
import { dayOf, shiftDay } from './day.ts';
import { type PlaceParameters, place } from './place.ts';

const night: PlaceParameters = {
  publishedAt: null,
  firstSeenAt: '2026-11-22T00:30:00.000Z',
  timeZone: 'Asia/Shanghai',
  now: new Date('2026-11-22T00:30:00Z'),
  firstEdition: false,
};

describe('place puts an item into the edition of', () => {
  test.each([
    ['the day it was published in the zone of the site', '2026-11-21T17:00:00.000Z', '2026-11-22'],
    ['yesterday, while that is open', '2026-11-21T15:59:59.999Z', '2026-11-21'],
    ['the oldest open day when it comes late', '2026-11-18T12:00:00.000Z', '2026-11-21'],
    ['the day it was first seen when it has no date', null, '2026-11-22'],
    ['the day it was first seen when it claims the future', '2026-11-23T00:30:00.001Z', '2026-11-22'],
    ['the oldest open day when it claims the year 1970', '1970-01-01T00:00:00.000Z', '2026-11-21'],
  ])('%s', (_, publishedAt, day) => {
    expect(place({ ...night, publishedAt })).toBe(day);
  });

  test('its own day in a new paper, up to a week back', () => {
    const first = { ...night, firstEdition: true };
    expect(place({ ...first, publishedAt: '2026-11-18T12:00:00.000Z' })).toBe('2026-11-18');
    expect(place({ ...first, publishedAt: '2019-01-01T12:00:00.000Z' })).toBe('2026-11-15');
  });

  test('the right day on the two nights a year when clocks change', () => {
    const zone = { ...night, timeZone: 'America/New_York', now: new Date('2026-11-01T12:00:00Z') };
    expect(place({ ...zone, publishedAt: '2026-11-01T03:59:59.999Z' })).toBe('2026-10-31');
    expect(place({ ...zone, publishedAt: '2026-11-01T04:00:00.000Z' })).toBe('2026-11-01');
  });
});

describe('days', () => {
  test('are the same whatever zone the machine is in', () => {
    const zones = ['UTC', 'America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati'].map((zone) => {
      process.env['TZ'] = zone;
      return [
        dayOf('2026-11-22T16:30:00.000Z', 'Asia/Tokyo'),
        shiftDay('2026-03-01', -1),
        shiftDay('2026-11-01', 1),
      ];
    });
    delete process.env['TZ'];
    expect(new Set(zones.map(String))).toEqual(new Set(['2026-11-23,2026-02-28,2026-11-02']));
  });
});
