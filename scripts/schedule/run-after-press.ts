import { Cron } from 'croner';
import { shiftDay } from '../../src/digest/day.ts';
import { type PressSchedule, pressAt } from '../../src/digest/press.ts';
import type { ScheduledRun } from './workflow-schedule.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A run comes this long after the press: GitHub starts late on the hour, and articles of the last minutes are in. */
const minutesAfterPress = 13;
/** Minutes at the start of an hour at which GitHub is busiest. */
const busyMinutes = 5;
/** A run that is planned later than this after the press leaves readers without the paper for too long. */
export const longestDelayMs = hourMs;

/** The daily run that prints the edition soon after its press time. */
export function runAfterPress({ time, timeZone }: PressSchedule): ScheduledRun {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const first = hours * 60 + minutes + minutesAfterPress;
  const planned = (first % 60 < busyMinutes ? first - (first % 60) + busyMinutes : first) % (24 * 60);
  return { cron: `${planned % 60} ${Math.floor(planned / 60)} * * *`, timeZone };
}

/** A press and how long after it the first planned run comes, in milliseconds. */
export interface PlannedDelay {
  day: string;
  delayMs: number;
}

/**
 * The press of the year from `from` on that waits longest for a planned run, with the clock changes of both zones.
 * Null when a line cannot be read as a schedule, or nothing runs within a week.
 */
export function longestDelay(
  runs: readonly ScheduledRun[],
  schedule: PressSchedule,
  from: string,
): PlannedDelay | null {
  const crons = runs.map(cronOf);
  if (crons.length === 0 || crons.includes(null)) return null;
  let longest: PlannedDelay | null = null;
  for (let day = from; day < shiftDay(from, 366); day = shiftDay(day, 1)) {
    const press = pressAt(day, schedule);
    const next = crons.flatMap((cron) => cron?.nextRun(new Date(press - 1))?.getTime() ?? []);
    const delayMs = Math.min(...next) - press;
    if (!(delayMs < 7 * 24 * hourMs)) return null;
    if (longest === null || delayMs > longest.delayMs) longest = { day, delayMs };
  }
  return longest;
}

function cronOf({ cron, timeZone }: ScheduledRun): Cron | null {
  try {
    return new Cron(cron, { timezone: timeZone, paused: true });
  } catch {
    return null;
  }
}
