import { monthOf } from '../day.ts';
import type { Telling } from './telling.ts';

/**
 * What a live feed offers of a paper's tellings, and what waits between it and the documents of the closed months
 * (RFC 5005), so that each entry is in one document. A month has closed before `firstOpen` (`YYYY-MM`): it gets a
 * document that never changes again. `live` are the names of the leads that the live feed carries.
 */
export function waitingTellings(
  tellings: readonly Telling[],
  live: ReadonlySet<string>,
  firstOpen: string,
): Telling[] {
  return openTellings(tellings, firstOpen).filter(({ lead }) => !live.has(lead.name));
}

/** The tellings of months that have not closed: the only ones that the live feed may carry. */
export function openTellings(tellings: readonly Telling[], firstOpen: string): Telling[] {
  return tellings.filter(({ lead }) => monthOf(lead.day) >= firstOpen);
}

/** The months (`YYYY-MM`) with editions that have closed, newest first. */
export function closedMonths(days: readonly { day: string }[], firstOpen: string): string[] {
  const months = new Set(days.map(({ day }) => monthOf(day)));
  return [...months]
    .filter((month) => month < firstOpen)
    .sort()
    .reverse();
}
