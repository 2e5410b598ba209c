import { tzOffset } from '@date-fns/tz/tzOffset';
import type { Config } from '../config/schema.ts';
import { dayOf, shiftDay } from './day.ts';

/** When the editions of a paper go to press: at `time` (`HH:MM`) of every day in `timeZone` (IANA). */
export interface PressSchedule {
  time: string;
  timeZone: string;
}

export function pressSchedule({ site }: Pick<Config, 'site'>): PressSchedule {
  return { time: site.pressTime.padStart('00:00'.length, '0'), timeZone: site.timeZone };
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

/**
 * The instant, in milliseconds since 1970, at which the edition of `day` goes to press. A press time in an hour that
 * the clock skips is the first instant after it; one in an hour that comes twice is the first of the two.
 */
export function pressAt(day: string, { time, timeZone }: PressSchedule): number {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const offsets = [-dayMs, dayMs].map((distance) => offsetAt(wall + distance, timeZone));
  const instants = [...new Set(offsets)].map((offset) => wall - offset).sort((a, b) => a - b);
  const found = instants.find((instant) => instant + offsetAt(instant, timeZone) === wall);
  return found ?? endOfGap(instants[0] ?? wall, instants.at(-1) ?? wall, timeZone);
}

/** The edition that gathers what is published at an instant: that of the first press at or after it. */
export function editionAt(instant: number, schedule: PressSchedule): string {
  // A zone that skips a whole day has its press on the day after.
  let day = shiftDay(dayOf(new Date(instant), schedule.timeZone), -1);
  while (pressAt(day, schedule) < instant) day = shiftDay(day, 1);
  return day;
}

/** The edition of the last press at or before an instant. */
export function lastPress(instant: number, schedule: PressSchedule): string {
  return shiftDay(editionAt(instant + 1, schedule), -1);
}

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  return Math.round(tzOffset(timeZone, new Date(instant)) * minuteMs);
}

/** The instant at which the clock of a zone jumps, between one before the jump and one after it. */
function endOfGap(before: number, after: number, timeZone: string): number {
  const offset = offsetAt(before, timeZone);
  let [early, late] = [before, after];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (offsetAt(middle, timeZone) === offset) early = middle;
    else late = middle;
  }
  return late;
}
