import { z } from 'zod';

const instant = z.iso.datetime({ precision: 3 });

/** A row of failures of a feed that is over. */
export const outageSchema = z.strictObject({
  since: instant,
  /** When a pull read the feed again. */
  until: instant,
  /** The last failure of the row, and what was to be done; an outage may have been stored without its code. */
  code: z.string().optional(),
  message: z.string(),
  hint: z.string(),
});

export type Outage = z.infer<typeof outageSchema>;

/** How many outages of a feed are remembered. */
const remembered = 20;

interface Failing {
  failure: { since: string; code: string; message: string; hint: string } | null;
  outages?: readonly Outage[] | undefined;
}

/**
 * The outages of a feed after a pull, oldest first: one more when the pull ended a row of failures, so that those
 * who follow the state of the sources hear that it is back. `now` is the instant of the pull.
 */
export function outagesAfter(before: Failing, after: Failing, now: string): Outage[] {
  const known = [...(before.outages ?? [])];
  if (before.failure === null || after.failure !== null) return known;
  const { since, code, message, hint } = before.failure;
  return [...known, { since, until: now, code, message, hint }].slice(-remembered);
}
