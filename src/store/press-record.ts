import { z } from 'zod';

/**
 * Which edition went to press last, and when: `press.json` in the content folder. A pull writes it once an edition,
 * so that builds need no clock and later pulls know which editions are closed.
 */
export const pressRecordSchema = z.strictObject({
  /** The latest edition that went to press. */
  edition: z.iso.date(),
  /** The moment of the first pull at or after its press time. */
  at: z.iso.datetime({ precision: 3 }),
});

export type PressRecord = z.infer<typeof pressRecordSchema>;

/** Name of its file in the content folder. */
export const pressRecordFile = 'press.json';

export function formatPressRecord(record: PressRecord): string {
  return `${JSON.stringify(record, null, 1)}\n`;
}

/** Reads the text of a record; null when it is missing or damaged. */
export function parsePressRecord(text: string): PressRecord | null {
  try {
    return pressRecordSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
