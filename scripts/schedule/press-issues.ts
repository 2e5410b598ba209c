import { resolve } from 'node:path';
import type { Config } from '../../src/config/schema.ts';
import { lastPress, pressSchedule } from '../../src/digest/press.ts';
import type { Issue } from '../../src/issue.ts';
import type { WentToPress } from '../pull/press.ts';
import { readIfExists } from '../store/read-if-exists.ts';
import { longestDelay, longestDelayMs, runAfterPress } from './run-after-press.ts';
import { readSchedule, scheduleLines } from './workflow-schedule.ts';

/** The workflow that runs by the schedule. */
export const nightlyWorkflow = '.github/workflows/nightly.yml';

const hourMs = 3_600_000;
/** GitHub starts a run up to an hour late on a busy morning; more than this wants another hour. */
const lateMs = 2 * hourMs;

/** A paper, by its list of feeds; the workflow of a folder runs the one that lies in it. */
export interface ScheduledPaper {
  config: Config;
  configFile: string;
}

/**
 * Why readers wait for their paper: the workflow does not run soon after the press time, or the run that sent an
 * edition to press came hours after it. Empty when all is well, or when no workflow with a schedule runs the paper.
 */
export async function pressIssues(
  { config, configFile }: ScheduledPaper,
  now: Date,
  press: WentToPress | null = null,
): Promise<Issue[]> {
  const isScheduled = resolve(configFile) === resolve('digest.yaml');
  const workflow = isScheduled ? await readIfExists(nightlyWorkflow) : null;
  const planned = workflow === null ? null : scheduleIssue(workflow, config, now);
  if (planned !== null) return [planned];
  if (press === null || press.lateMs === null || press.lateMs <= lateMs) return [];
  return [lateIssue(press.edition, press.lateMs, config)];
}

/** The issue of a workflow whose schedule does not fit the press time; null when it does, or has none. */
export function scheduleIssue(workflow: string, config: Config, now: Date): Issue | null {
  const runs = readSchedule(workflow);
  if (runs === null) return null;
  const schedule = pressSchedule(config);
  const longest = longestDelay(runs, schedule, lastPress(now.getTime(), schedule));
  if (longest !== null && longest.delayMs <= longestDelayMs) return null;
  const wait =
    longest === null
      ? 'no run of nightly.yml follows it within a week'
      : `the next run of nightly.yml is planned ${hoursOf(longest.delayMs)} after it (${longest.day})`;
  return issue(
    'schedule',
    `the edition goes to press at ${schedule.time} in ${schedule.timeZone}, and ${wait}`,
    config,
  );
}

function lateIssue(edition: string, late: number, config: Config): Issue {
  return {
    ...issue('late', `the edition of ${edition} went to press ${hoursOf(late)} after its press time`, config),
    hint: 'If that happens often, GitHub is busy at that hour: plan the run at another minute, or choose a later site.pressTime.',
  };
}

function issue(code: string, message: string, config: Config): Issue {
  const schedule = pressSchedule(config);
  const lines = scheduleLines([runAfterPress(schedule)]).map((line) => line.trim());
  return {
    feed: '',
    stage: 'press',
    code,
    message,
    hint: `run npm run schedule -- ${schedule.time} ${schedule.timeZone}, or write these two lines under schedule: in ${nightlyWorkflow}:  ${lines.join('  ')}`,
  };
}

function hoursOf(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  const hours = Math.floor(minutes / 60);
  return [hours > 0 ? `${hours} h` : '', minutes % 60 > 0 ? `${minutes % 60} min` : '']
    .filter(Boolean)
    .join(' ');
}
