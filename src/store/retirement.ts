import type { FeedState } from './feed-state.ts';

/** A feed that its server calls gone for good (410) is asked again once a week for two months, then once a month. */
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const weeklyMs = 60 * dayMs;

type Retired = Pick<FeedState, 'retired' | 'goneAt' | 'failure'>;

/** When a retired feed is asked again; null for one that is not retired. */
export function askedAgainAt({ retired, goneAt, failure }: Retired): Date | null {
  if (!retired) return null;
  const last = Date.parse(goneAt ?? failure?.since ?? '1970-01-01T00:00:00.000Z');
  const since = Date.parse(failure?.since ?? goneAt ?? '1970-01-01T00:00:00.000Z');
  const days = last - since < weeklyMs ? 7 : 30;
  // Runs do not begin at the same minute every day.
  return new Date(last + days * dayMs - 6 * hourMs);
}

/** Whether a pull at `now` leaves a feed alone because its publisher has closed it. */
export function isLeftClosed(state: Retired, now: Date): boolean {
  const again = askedAgainAt(state);
  return again !== null && now < again;
}
