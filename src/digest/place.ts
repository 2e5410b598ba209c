import { shiftDay } from './day.ts';
import { editionAt, lastPress, type PressSchedule, pressAt } from './press.ts';

const hourMs = 3_600_000;
/** How long after its press time an edition takes in articles, so that a run that failed can be repeated. */
const openMs = 6 * hourMs;
/** How far back the press of an edition may lie that a first pull, or one after an outage, still opens. */
const backIssuesMs = 7 * 24 * hourMs;

/** What a pull knows of the presses before it. */
export interface PullTimes {
  /** The moment of the pull. */
  now: Date;
  /** The pull before it; null when no feed of the paper was ever pulled. */
  previous: Date | null;
  /** The latest edition that went to press, and when; null when none has, or nobody wrote it down. */
  pressed?: { edition: string; at: Date } | null;
}

/** The editions that a pull puts articles into, as days (`YYYY-MM-DD`). */
export interface OpenEditions {
  /** The oldest one that still takes articles in. */
  oldest: string;
  /** Where an article without a usable date goes. */
  newest: string;
}

/**
 * Which editions are open to a pull. An edition is open while it is being gathered and for six hours after its press
 * time; longer when no pull has come since then, as long as that press lies within the last seven days. What has no
 * usable date goes into the newest edition that goes to press with this pull, else into the one being gathered.
 */
export function openEditions(
  { now, previous, pressed = null }: PullTimes,
  schedule: PressSchedule,
): OpenEditions {
  const gathered = editionAt(now.getTime() + 1, schedule);
  const isLate = (day: string) => previous === null || previous.getTime() < pressAt(day, schedule);
  const age = (day: string) => now.getTime() - pressAt(day, schedule);
  const isOpen = (day: string) => age(day) <= openMs || (age(day) <= backIssuesMs && isLate(day));
  let oldest = gathered;
  while (isOpen(shiftDay(oldest, -1))) oldest = shiftDay(oldest, -1);
  const last = lastPress(now.getTime(), schedule);
  const newest = isLate(last) ? last : gathered;
  const closed = pressed !== null && now.getTime() - pressed.at.getTime() > openMs ? pressed.edition : '';
  const firstAfter = closed === '' ? '' : shiftDay(closed, 1);
  return { oldest: later(oldest, firstAfter), newest: later(newest, firstAfter) };
}

/**
 * The edition that an item new to the paper belongs to: the one that gathers its moment of publication, or the
 * oldest open one when that is closed. A date that is missing or in the future is not usable. Decided once and kept
 * in the item's path, so that later pulls and builds agree wherever they run.
 */
export function place(
  publishedAt: string | null,
  now: Date,
  open: OpenEditions,
  schedule: PressSchedule,
): string {
  const published = publishedAt === null ? Number.NaN : Date.parse(publishedAt);
  if (Number.isNaN(published) || published > now.getTime()) return open.newest;
  return later(editionAt(published, schedule), open.oldest);
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
