import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type FeedState, feedStateSchema } from '../digest/feed-state.ts';
import { parseItemFile } from '../digest/item-file.ts';
import { dayFolder } from '../digest/permalink.ts';
import type { PlacedItem } from '../digest/stored-item.ts';

/** A file of the content folder that cannot be read: which one, and why, in plain words. */
export interface BadFile {
  file: string;
  problem: string;
}

const itemPath = /^(\d{4})\/(\d{2})\/(\d{2})\/([a-z0-9-]+)\.md$/;

/** Every item under `<content>/items/YYYY/MM/DD/`, sorted by path, without its body. */
export async function readItems(content: string): Promise<{ items: PlacedItem[]; bad: BadFile[] }> {
  const root = join(content, 'items');
  const paths = (await Array.fromAsync(glob('**/*.md', { cwd: root }))).map(withSlashes).sort();
  const items: PlacedItem[] = [];
  const bad: BadFile[] = [];
  const seen = new Map<string, string>();
  for (const path of paths) {
    const read = await readItem(root, path);
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

/** The cleaned HTML of one item; '' when its file has gone. */
export async function readBody(content: string, item: { day: string; name: string }): Promise<string> {
  const path = join(content, 'items', dayFolder(item.day), `${item.name}.md`);
  const read = parseItemFile(await readFile(path, 'utf8'));
  return 'body' in read ? read.body : '';
}

/** The state of every feed that was pulled, from `<content>/status/`, sorted by feed. */
export async function readStates(content: string): Promise<{ states: FeedState[]; bad: BadFile[] }> {
  const folder = join(content, 'status');
  const files = (await Array.fromAsync(glob('*.json', { cwd: folder }))).sort();
  const states: FeedState[] = [];
  const bad: BadFile[] = [];
  for (const file of files) {
    const state = feedStateSchema.safeParse(parseJson(await readFile(join(folder, file), 'utf8')));
    if (state.success) states.push(state.data);
    else
      bad.push({ file: join('status', file), problem: z.prettifyError(state.error).replaceAll('\n', ' ') });
  }
  return { states, bad };
}

async function readItem(root: string, path: string): Promise<PlacedItem | { problem: string }> {
  const place = itemPath.exec(path);
  if (place === null) return { problem: 'not in a folder YYYY/MM/DD, or a name that is none of ours' };
  const read = parseItemFile(await readFile(join(root, path), 'utf8'));
  if ('problem' in read) return read;
  return { ...read.item, day: place.slice(1, 4).join('-'), name: basename(path, '.md') };
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
