import { z } from 'zod';

const instant = z.iso.datetime({ precision: 3 });

/** A past outage of a feed: a series of failed pulls and the pull that ended it. */
export const outageSchema = z.strictObject({
  since: instant,
  /** When a pull could read the feed again. */
  until: instant,
  /** The last failure of the series. Earlier versions did not store its code. */
  code: z.string().optional(),
  message: z.string(),
  hint: z.string(),
});

export type Outage = z.infer<typeof outageSchema>;

/** How many outages of a feed are kept. */
const remembered = 20;

interface Failing {
  failure: { since: string; code: string; message: string; hint: string } | null;
  outages?: readonly Outage[] | undefined;
}

/**
 * The outages of a feed after a pull, oldest first. A pull that ended a series of failures adds one, so that the feed of
 * the status page can report that the feed is back. `now` is the instant of the pull.
 */
export function outagesAfter(before: Failing, after: Failing, now: string): Outage[] {
  const known = [...(before.outages ?? [])];
  if (before.failure === null || after.failure !== null) return known;
  const { since, code, message, hint } = before.failure;
  return [...known, { since, until: now, code, message, hint }].slice(-remembered);
}
