import { describe, expect, test } from 'vitest';
import { dayOf, shiftDay } from './day.ts';
import { openEditions, type PullTimes, place } from './place.ts';

const schedule = { time: '05:30', timeZone: 'Asia/Shanghai' };

/** Moments in Shanghai, as `28 05:43` of November 2026. */
const at = (moment: string) => new Date(`2026-11-${moment.replace(' ', 'T')}:00+08:00`);

function placed(publishedAt: string | null, now: string, previous: string | null): string {
  const times: PullTimes = { now: at(now), previous: previous === null ? null : at(previous) };
  const published = publishedAt === null ? null : at(publishedAt).toISOString();
  return place(published, times.now, openEditions(times, schedule), schedule).slice(8);
}

describe('an item stands in', () => {
  test.each([
    ['the edition of the first press after its publication', '27 12:00', '28 05:43', '27 05:43', '28'],
    ['the edition that goes to press as it is published', '28 05:30', '28 05:43', '27 05:43', '28'],
    ['the next edition when it is published after the press', '28 05:31', '28 05:43', '27 05:43', '29'],
    ['the edition being gathered, hours before its press', '27 12:00', '27 18:00', '27 12:00', '28'],
    ['the edition of this morning when the run is repeated', '27 12:00', '28 11:00', '28 05:43', '28'],
    [
      'the edition being gathered once that of this morning is closed',
      '27 12:00',
      '28 12:00',
      '28 05:43',
      '29',
    ],
    [
      'the edition of this morning when the first run after its press is late',
      '27 12:00',
      '28 20:00',
      '27 05:43',
      '28',
    ],
    ['an edition of yesterday that no pull has come for', '26 12:00', '28 05:43', '26 05:43', '27'],
    ['the oldest open edition when it comes late', '20 12:00', '28 05:43', '27 05:43', '28'],
    ['the oldest edition of the last week after a longer outage', '03 12:00', '28 05:43', '10 05:43', '22'],
    ['an edition of the last week at the first pull', '24 12:00', '28 05:43', null, '25'],
    ['the oldest edition of the last week at the first pull', '01 12:00', '28 05:43', null, '22'],
    ['the edition that goes to press when it has no date', null, '28 05:43', '27 05:43', '28'],
    ['the edition that goes to press when its date lies ahead', '29 12:00', '28 05:43', '27 05:43', '28'],
    [
      'the edition being gathered when it has no date and none goes to press',
      null,
      '28 09:00',
      '28 05:43',
      '29',
    ],
    ['the last edition when it has no date at the first pull', null, '28 20:00', null, '28'],
  ])('%s', (_, publishedAt, now, previous, day) => {
    expect(placed(publishedAt, now, previous)).toBe(day);
  });

  test('the edition after one that went to press before its press time was moved to the evening', () => {
    const evening = { ...schedule, time: '18:00' };
    const pressed = { edition: '2026-11-28', at: at('28 05:43') };
    const placedAt = (now: string) => {
      const times = { now: at(now), previous: at('28 05:43'), pressed };
      return place(at('28 06:00').toISOString(), times.now, openEditions(times, evening), evening).slice(8);
    };
    expect(placedAt('28 10:00')).toBe('28');
    expect(placedAt('28 12:00')).toBe('29');
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
        placed('27 12:00', '28 05:43', '27 05:43'),
      ];
    });
    delete process.env['TZ'];
    expect(new Set(zones.map(String))).toEqual(new Set(['2026-11-23,2026-02-28,2026-11-02,28']));
  });
});
