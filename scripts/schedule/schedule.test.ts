import { describe, expect, it } from 'vitest';
import { withPress } from './press-in-config.ts';
import { longestDelay, runAfterPress } from './run-after-press.ts';
import { readSchedule, withSchedule } from './workflow-schedule.ts';

const workflow = `name: Nightly

on:
  schedule:
    # Off the hour.
    - cron: '43 21 * * *'

  workflow_dispatch:
jobs: {}
`;
const shanghai = { time: '05:30', timeZone: 'Asia/Shanghai' };

describe('the schedule of a workflow', () => {
  it('is in UTC unless it names a zone', () => {
    expect(readSchedule(workflow)).toEqual([{ cron: '43 21 * * *', timeZone: 'UTC' }]);
    expect(readSchedule('on:\n  schedule: [{cron: "1 2 * * *", timezone: Europe/Berlin}]')).toEqual([
      { cron: '1 2 * * *', timeZone: 'Europe/Berlin' },
    ]);
    expect(readSchedule('on: push')).toBeNull();
  });

  it('is replaced with its comments and the rest of the file kept', () => {
    const changed = withSchedule(workflow, [runAfterPress({ time: '06:30', timeZone: 'Europe/Berlin' })]);
    expect(changed).toBe(
      workflow.replace(
        "    - cron: '43 21 * * *'\n",
        "    - cron: '43 6 * * *'\n      timezone: 'Europe/Berlin'\n",
      ),
    );
    expect(withSchedule('on: push\n', [])).toBeNull();
  });

  it.each([
    ['05:30', '43 5 * * *'],
    ['23:50', '5 0 * * *'],
    ['06:50', '5 7 * * *'],
    ['00:00', '13 0 * * *'],
  ])('runs soon after the press at %s, never at the start of an hour', (time, cron) => {
    expect(runAfterPress({ ...shanghai, time }).cron).toBe(cron);
  });
});

describe('the longest wait from a press to a run', () => {
  const hours = (runs: { cron: string; timeZone: string }[], schedule = shanghai) => {
    const found = longestDelay(runs, schedule, '2026-01-01');
    return found === null ? null : found.delayMs / 3_600_000;
  };

  it('is the same all year for a run in the zone of the press', () => {
    for (const timeZone of ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York']) {
      const schedule = { time: '05:30', timeZone };
      expect(hours([runAfterPress(schedule)], schedule)).toBeCloseTo(13 / 60);
    }
  });

  it('counts the hour by which a run in UTC is early in winter', () => {
    expect(
      hours([{ cron: '43 3 * * *', timeZone: 'UTC' }], { time: '05:30', timeZone: 'Europe/Berlin' }),
    ).toBeCloseTo(23 + 13 / 60);
  });

  it('is that to the next of several runs', () => {
    expect(hours([{ cron: '43 */3 * * *', timeZone: 'Asia/Shanghai' }])).toBeCloseTo(1 + 13 / 60);
  });

  it('is not known of a line that is no schedule, and of runs that hardly ever come', () => {
    expect(hours([{ cron: 'every morning', timeZone: 'UTC' }])).toBeNull();
    expect(hours([{ cron: '0 0 1 1 *', timeZone: 'UTC' }])).toBeNull();
    expect(hours([])).toBeNull();
  });
});

describe('press time and zone in a configuration', () => {
  const berlin = { time: '06:30', timeZone: 'Europe/Berlin' };

  it.each([
    [
      'are replaced where they stand',
      "site:\n  timeZone: Asia/Shanghai # home\n  pressTime: '05:30'\n  title: A\nfeeds: []\n",
      "site:\n  timeZone: Europe/Berlin # home\n  pressTime: '06:30'\n  title: A\nfeeds: []\n",
    ],
    [
      'are added below the other settings of the site',
      'site:\n    title: A # ours\n\nfeeds: []\n',
      "site:\n    title: A # ours\n    timeZone: Europe/Berlin\n    pressTime: '06:30'\n\nfeeds: []\n",
    ],
  ])('%s', (_, before, after) => {
    expect(withPress(before, berlin)).toBe(after);
  });

  it('are written by hand where the site is no block of lines', () => {
    expect(withPress('site: {title: A}\n', berlin)).toBeNull();
    expect(withPress('feeds: []\n', berlin)).toBeNull();
  });
});
