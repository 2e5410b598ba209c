import { monthOf, shiftDay } from '../day.ts';
import type { Telling } from './telling.ts';

/** How the entries of a paper are divided among the documents of its archived feed (RFC 5005): each in one. */
export interface FeedArchive {
  /** What stands between the live feed and the closed months; changes every night. */
  older: Telling[];
  /** The closed months (`YYYY-MM`), newest first, each with all of its entries. */
  months: Map<string, Telling[]>;
}

/**
 * Divides what the live feed does not carry. A month is closed, for good, once no item can come into it and none of
 * it is in the live feed: then it gets a document that never changes again. Items are placed at the earliest into
 * the day before the pull, which is not before the latest edition; so every edition before the eve of the latest
 * stands fast. Everything else waits in one document between the two.
 * `live` are the names of the leads in the live feed: those of the latest editions.
 */
export function divideArchive(tellings: readonly Telling[], live: ReadonlySet<string>): FeedArchive {
  const latest = tellings.reduce((day, { lead }) => (lead.day > day ? lead.day : day), '');
  const byMonth = Map.groupBy(tellings, ({ lead }) => monthOf(lead.day));
  const firstOpen = latest === '' ? '' : monthOf(shiftDay(latest, -1));
  const isLive = ({ lead }: Telling) => live.has(lead.name);
  const closed = [...byMonth]
    .filter(([month, ofMonth]) => month < firstOpen && !ofMonth.some(isLive))
    .sort(([a], [b]) => (a < b ? 1 : -1));
  const months = new Map(closed);
  return {
    months,
    older: tellings.filter((telling) => !months.has(monthOf(telling.lead.day)) && !isLive(telling)),
  };
}
