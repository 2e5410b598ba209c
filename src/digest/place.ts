import { dayOf, shiftDay } from './day.ts';

/** How many days back a new paper may open editions for the older entries of its feeds. */
const backIssueDays = 7;

export interface PlaceParameters {
  publishedAt: string | null;
  firstSeenAt: string;
  /** The site's time zone, IANA. */
  timeZone: string;
  /** The moment of the pull. */
  now: Date;
  /** Whether the paper has no edition yet: then nothing is closed, back to `backIssueDays`. */
  firstEdition: boolean;
}

/**
 * The edition (`YYYY-MM-DD`) that a new item belongs to: the day it was published, in the site's time zone.
 * A date that is missing or in the future counts as the moment the item was first seen. Editions older than
 * yesterday are closed; an item that comes late goes into the oldest open one. Decided once and kept in the
 * item's path, so that later pulls and builds agree wherever they run.
 */
export function place({ publishedAt, firstSeenAt, timeZone, now, firstEdition }: PlaceParameters): string {
  const today = dayOf(now, timeZone);
  const oldestOpen = shiftDay(today, firstEdition ? -backIssueDays : -1);
  const isKnown = publishedAt !== null && Date.parse(publishedAt) <= now.getTime();
  const day = dayOf(isKnown ? publishedAt : firstSeenAt, timeZone);
  return day < oldestOpen ? oldestOpen : day;
}
