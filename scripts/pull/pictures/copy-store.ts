import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  copiesFolder,
  formatIndex,
  indexName,
  monthOfIndex,
  type PictureIndex,
  parseIndex,
  type StoredCopy,
} from '../../../src/store/picture-index.ts';
import { readIfExists } from '../../store/read-if-exists.ts';
import { writeWhole } from '../../store/write-whole.ts';
import type { MadeCopy } from './make-copy.ts';

/** A picture that could not be copied: the reason, and how often it was tried. */
const missSchema = z.object({ code: z.string(), tries: z.int().min(1) });
export type Miss = z.infer<typeof missSchema>;

/** What the folder of copies holds, by the address of the original. */
export interface Kept {
  copies: Map<string, StoredCopy>;
  misses: Map<string, Miss>;
}

const missesName = 'misses.json';

/** The copies and misses of all months; a copy without its file does not count. */
export async function readKept(folder: string): Promise<Kept> {
  const files = new Set(await list(join(folder, copiesFolder)));
  const copies = new Map<string, StoredCopy>();
  for (const name of (await list(folder)).filter((name) => monthOfIndex(name) !== null)) {
    const index = parseIndex((await readIfExists(join(folder, name))) ?? '');
    for (const [url, copy] of Object.entries(index)) if (files.has(copy.file)) copies.set(url, copy);
  }
  return { copies, misses: new Map(Object.entries(await readMisses(folder))) };
}

/** Stores the bytes of a copy. */
export async function writeCopy(
  folder: string,
  { file, bytes, width, height }: MadeCopy,
): Promise<StoredCopy> {
  await mkdir(join(folder, copiesFolder), { recursive: true });
  await writeWhole(join(folder, copiesFolder, file), Buffer.from(bytes));
  return { file, width, height, bytes: bytes.length };
}

/** Writes what is to be kept, and removes the rest: other months, copies in no index, half-written files. */
export async function writeKept(
  folder: string,
  months: ReadonlyMap<string, PictureIndex>,
  misses: ReadonlyMap<string, Miss>,
): Promise<void> {
  await mkdir(join(folder, copiesFolder), { recursive: true });
  const texts = new Map([...months].map(([month, index]) => [indexName(month), formatIndex(index)]));
  texts.set(missesName, `${JSON.stringify(Object.fromEntries([...misses].sort()), null, 1)}\n`);
  for (const [name, text] of texts) await writeWhole(join(folder, name), text);
  const named = new Set(
    [...months.values()].flatMap((index) => Object.values(index).map(({ file }) => file)),
  );
  await removeAllBut(folder, new Set(texts.keys()), named);
}

/** Removes every copy, and what is known of them. */
export async function removeKept(folder: string): Promise<void> {
  await removeAllBut(folder, new Set(), new Set());
}

async function removeAllBut(
  folder: string,
  indexes: ReadonlySet<string>,
  copies: ReadonlySet<string>,
): Promise<void> {
  await removeOthers(folder, /^(?:\d{4}-\d{2}|misses)\.json(?:\.\d+)?$/, indexes);
  await removeOthers(join(folder, copiesFolder), /^[0-9a-f]{20}\.webp(?:\.\d+)?$/, copies);
}

/** Removes the files that match `ours` and are not in `names`; other files in the folder are not ours. */
async function removeOthers(folder: string, ours: RegExp, names: ReadonlySet<string>): Promise<void> {
  for (const name of await list(folder)) {
    if (ours.test(name) && !names.has(name)) await rm(join(folder, name), { force: true });
  }
}

async function readMisses(folder: string): Promise<Record<string, Miss>> {
  try {
    return z
      .record(z.string(), missSchema)
      .parse(JSON.parse((await readIfExists(join(folder, missesName))) ?? '{}'));
  } catch {
    return {};
  }
}

async function list(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
