import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import { withPress } from './press-in-config.ts';
import { pressIssues, scheduleIssue } from './press-issues.ts';
import { longestDelay, runAfterPress } from './run-after-press.ts';
import { setPress } from './set-press.ts';
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
  test('is in UTC unless it names a zone', () => {
    expect(readSchedule(workflow)).toEqual([{ cron: '43 21 * * *', timeZone: 'UTC' }]);
    expect(readSchedule('on:\n  schedule: [{cron: "1 2 * * *", timezone: Europe/Berlin}]')).toEqual([
      { cron: '1 2 * * *', timeZone: 'Europe/Berlin' },
    ]);
    expect(readSchedule('on: push')).toBeNull();
  });

  test('is replaced with its comments and the rest of the file kept', () => {
    const changed = withSchedule(workflow, [runAfterPress({ time: '06:30', timeZone: 'Europe/Berlin' })]);
    expect(changed).toBe(
      workflow.replace(
        "    - cron: '43 21 * * *'\n",
        "    - cron: '43 6 * * *'\n      timezone: 'Europe/Berlin'\n",
      ),
    );
    expect(withSchedule('on: push\n', [])).toBeNull();
  });

  test.each([
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

  test('is the same all year for a run in the zone of the press', () => {
    for (const timeZone of ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York']) {
      const schedule = { time: '05:30', timeZone };
      expect(hours([runAfterPress(schedule)], schedule)).toBeCloseTo(13 / 60);
    }
  });

  test('counts the hour by which a run in UTC is early in winter', () => {
    expect(
      hours([{ cron: '43 3 * * *', timeZone: 'UTC' }], { time: '05:30', timeZone: 'Europe/Berlin' }),
    ).toBeCloseTo(23 + 13 / 60);
  });

  test('is that to the next of several runs', () => {
    expect(hours([{ cron: '43 */3 * * *', timeZone: 'Asia/Shanghai' }])).toBeCloseTo(1 + 13 / 60);
  });

  test('is not known of a line that is no schedule, and of runs that hardly ever come', () => {
    expect(hours([{ cron: 'every morning', timeZone: 'UTC' }])).toBeNull();
    expect(hours([{ cron: '0 0 1 1 *', timeZone: 'UTC' }])).toBeNull();
    expect(hours([])).toBeNull();
  });
});

describe('press time and zone in a configuration', () => {
  const berlin = { time: '06:30', timeZone: 'Europe/Berlin' };

  test.each([
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

  test('are written by hand where the site is no block of lines', () => {
    expect(withPress('site: {title: A}\n', berlin)).toBeNull();
    expect(withPress('feeds: []\n', berlin)).toBeNull();
  });
});

describe('a workflow that does not fit the press', () => {
  const read = readConfig(
    'site: {title: A, timeZone: Europe/Berlin}\nfeeds: [{id: a, url: "https://a.example/"}]',
    'digest.yaml',
  );
  const config = 'config' in read ? read.config : null;
  if (config === null) throw new Error('the list of feeds is wrong');
  const now = new Date('2026-11-28T12:00:00Z');
  const issueOf = (lines: string) => scheduleIssue(`on:\n  schedule:\n${lines}`, config, now);

  test('is named with how long readers wait and the lines to write', () => {
    expect(issueOf("    - cron: '43 21 * * *'\n")).toMatchObject({
      code: 'schedule',
      message: expect.stringMatching(/05:30 in Europe\/Berlin, and the next run .* 18 h 13 min after it/),
      hint: expect.stringContaining("- cron: '43 5 * * *'  timezone: 'Europe/Berlin'"),
    });
  });

  test('is named when nothing runs within a week', () => {
    expect(issueOf("    - cron: '0 0 1 1 *'\n")?.message).toContain('within a week');
  });

  test('is not one whose run follows within an hour, or that has no schedule', () => {
    expect(issueOf("    - cron: '43 5 * * *'\n      timezone: Europe/Berlin\n")).toBeNull();
    expect(scheduleIssue('on: push', config, now)).toBeNull();
  });

  test('is one that came hours late, though it was planned well', async () => {
    const paper = { config, configFile: 'elsewhere/digest.yaml' };
    const late = { edition: '2026-11-28', lateMs: 2.7 * 3_600_000 };
    expect(await pressIssues(paper, now, late)).toMatchObject([
      { code: 'late', message: 'the edition of 2026-11-28 went to press 2 h 42 min after its press time' },
    ]);
    expect(await pressIssues(paper, now, { ...late, lateMs: 60_000 })).toEqual([]);
  });
});

describe('npm run schedule', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'broadsheet-schedule-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const list = 'site:\n  title: A\nfeeds:\n  - {id: a, url: "https://a.example/"}\n';
  const files = (name: string) => join(folder, name);
  const set = (timeZone: string | null) =>
    setPress({ config: files('digest.yaml'), workflow: files('nightly.yml'), time: '06:30', timeZone });

  test('writes both files, so that they agree', async () => {
    await writeFile(files('digest.yaml'), list);
    await writeFile(files('nightly.yml'), workflow);
    expect(await set('Europe/Berlin')).toMatchObject({ done: true });
    const read = readConfig(await readFile(files('digest.yaml'), 'utf8'), 'digest.yaml');
    expect(read).toMatchObject({ config: { site: { pressTime: '06:30', timeZone: 'Europe/Berlin' } } });
    if ('config' in read)
      expect(scheduleIssue(await readFile(files('nightly.yml'), 'utf8'), read.config, new Date())).toBeNull();
  });

  test('keeps the zone of the paper, and says so where there is no workflow', async () => {
    await writeFile(files('digest.yaml'), list);
    const { words, done } = await set(null);
    expect(done).toBe(true);
    expect(words).toContain('at 06:30 in UTC');
    expect(words).toContain('There is no');
  });

  test('writes neither file when one cannot be, and gives the lines', async () => {
    await writeFile(files('digest.yaml'), list);
    await writeFile(files('nightly.yml'), 'on: push\n');
    const { words, done } = await set('Asia/Tokyo');
    expect(done).toBe(false);
    expect(words).toContain("- cron: '43 6 * * *'");
    expect(await readFile(files('digest.yaml'), 'utf8')).toBe(list);
  });
});
