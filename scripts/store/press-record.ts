import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatPressRecord, type PressRecord, pressRecordFile } from '../../src/store/press-record.ts';
import { writeWhole } from './write-whole.ts';

/** Writes the record whole or not at all. */
export async function writePressRecord(content: string, record: PressRecord): Promise<void> {
  await mkdir(content, { recursive: true });
  await writeWhole(join(content, pressRecordFile), formatPressRecord(record));
}

/** The moment of the last good pull, of which the repository keeps no trace; null when it is not known. */
export async function readLastPull(content: string): Promise<string | null> {
  const text = await readFile(join(content, lastPullFile), 'utf8').catch(() => '');
  return Number.isNaN(Date.parse(text)) ? null : text.trim();
}

export async function writeLastPull(content: string, instant: string): Promise<void> {
  await mkdir(join(content, '.cache'), { recursive: true });
  await writeWhole(join(content, lastPullFile), `${instant}\n`);
}

const lastPullFile = join('.cache', 'last-pull');
