import { readFileSync } from 'node:fs';
import { glob, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Volume, volumeSchema } from '../digest/volume.ts';
import { type FeedState, feedStateSchema } from '../store/feed-state.ts';
import { bodyOfItemFile, parseItemFile } from '../store/item-file.ts';
import { dayFolder, itemAtPath, pathOfItem } from '../store/item-path.ts';
import { type MovedItems, movedFile, parseMoved } from '../store/moved-items.ts';
import { type PressRecord, parsePressRecord, pressRecordFile } from '../store/press-record.ts';
import type { PlacedItem } from '../store/stored-item.ts';
import type { NeededItems } from './parts.ts';

/** A file of the content folder that cannot be read, and a sentence that says why. */
export interface BadFile {
  file: string;
  problem: string;
}

/**
 * The items under `<content>/items/YYYY/MM/DD/`, or only those that `reading` names, sorted by path, without their
 * bodies. A missing folder gives no items.
 */
export async function readItems(
  content: string,
  reading: NeededItems | null = null,
): Promise<{ items: PlacedItem[]; bad: BadFile[] }> {
  const root = join(content, 'items');
  const items: PlacedItem[] = [];
  const bad: BadFile[] = [];
  const seen = new Map<string, string>();
  for (const path of await listItems(root, reading)) {
    const read = readItem(root, path);
    const earlier = 'name' in read ? seen.get(read.name) : undefined;
    if ('problem' in read) bad.push({ file: join('items', path), problem: read.problem });
    else if (earlier !== undefined)
      bad.push({ file: join('items', path), problem: `same name as ${earlier}` });
    else {
      seen.set(read.name, path);
      items.push(read);
    }
  }
  return { items, bad };
}

/** Paths below `root`, sorted. */
async function listItems(root: string, reading: NeededItems | null): Promise<string[]> {
  if (reading === null)
    return (await Array.fromAsync(glob('**/*.md', { cwd: root }))).map(withSlashes).sort();
  const ofDay = async (day: string) =>
    (await filesIn(join(root, dayFolder(day)))).map((file) => `${dayFolder(day)}/${file}`);
  const whole = await Promise.all(reading.days.map(ofDay));
  const single = reading.ofFeed.map(async ({ feed, day }) =>
    (await ofDay(day)).filter(
      (path) => path.slice(dayFolder(day).length + 1, -'-xxxxxxxxxxxx.md'.length) === feed,
    ),
  );
  return [...whole, ...(await Promise.all(single))].flat().sort();
}

/** The Markdown files of a folder; none when the folder does not exist. */
async function filesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((file) => file.endsWith('.md'));
  } catch {
    return [];
  }
}

/** The cleaned HTML of one item; '' when its file is damaged. Throws when the file does not exist. */
export async function readBody(content: string, item: { day: string; name: string }): Promise<string> {
  const path = join(content, 'items', pathOfItem(item.name, item.day));
  return bodyOfItemFile(readItemFile(path));
}

/** The state of every feed that was pulled, from `<content>/status/`, sorted by feed. */
export async function readStates(content: string): Promise<{ states: FeedState[]; bad: BadFile[] }> {
  const { records, bad } = await readRecords(content, 'status', feedStateSchema);
  return { states: records, bad };
}

/** The records of the volumes, from `<content>/volumes/`, oldest first. */
export async function readVolumes(content: string): Promise<{ volumes: Volume[]; bad: BadFile[] }> {
  const { records, bad } = await readRecords(content, 'volumes', volumeSchema);
  return { volumes: records, bad };
}

/** Which edition went to press last; null when no pull has written it down. */
export async function readPress(content: string): Promise<PressRecord | null> {
  return parsePressRecord(await readFile(join(content, pressRecordFile), 'utf8').catch(() => ''));
}

/** Items that lie under another day than they did. */
export async function readMoved(content: string): Promise<MovedItems> {
  return parseMoved(await readFile(join(content, movedFile), 'utf8').catch(() => ''));
}

/** Reads the JSON files of a folder of the store by a schema, sorted by name. */
async function readRecords<T>(
  content: string,
  folder: 'status' | 'volumes',
  schema: z.ZodType<T>,
): Promise<{ records: T[]; bad: BadFile[] }> {
  const path = join(content, folder);
  const records: T[] = [];
  const bad: BadFile[] = [];
  for (const file of (await Array.fromAsync(glob('*.json', { cwd: path }))).sort()) {
    const record = schema.safeParse(parseJson(await readFile(join(path, file), 'utf8')));
    if (record.success) records.push(record.data);
    else bad.push({ file: join(folder, file), problem: z.prettifyError(record.error).replaceAll('\n', ' ') });
  }
  return { records, bad };
}

function readItem(root: string, path: string): PlacedItem | { problem: string } {
  const place = itemAtPath(path);
  if (place === null) return { problem: 'not in a folder YYYY/MM/DD, or a name that is none of ours' };
  const read = parseItemFile(readItemFile(join(root, path)));
  if ('problem' in read) return read;
  return { ...read.item, ...place };
}

/** Synchronous: passing so small a file through the thread pool takes three times as long as reading it. */
function readItemFile(path: string): string {
  return readFileSync(path, 'utf8');
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
