import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { dayOf } from '../../src/digest/day.ts';
import { bodySignature } from '../../src/digest/stories/signature.ts';
import type { StoryInput } from '../../src/digest/stories/story.ts';
import { parseItemFile } from '../../src/store/item-file.ts';
import { plain } from '../terminal/plain.ts';

/** Items by the name that they are asked for by, or why there are none. */
export type ReadStoryInputs = { items: Map<string, StoryInput> } | { problem: string };

/** The stored items below a folder by path, sorted. A file that is no item is reported on stderr and left out. */
export async function readStoredItems(folder: string): Promise<ReadStoryInputs> {
  const entries = await readdir(folder, { recursive: true }).catch(() => null);
  if (entries === null) return { problem: `There is no folder ${plain(folder)}.` };
  const paths = entries
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => path.endsWith('.md'))
    .sort();
  const items = new Map<string, StoryInput>();
  for (const path of paths) {
    const read = parseItemFile(await readFile(join(folder, path), 'utf8'));
    if ('problem' in read) console.error(`${plain(path)}: ${plain(read.problem)}`);
    else items.set(path, toInput(path, join(folder, path), read));
  }
  return { items };
}

type ReadItem = Exclude<ReturnType<typeof parseItemFile>, { problem: string }>;

function toInput(path: string, file: string, { item, body }: ReadItem): StoryInput {
  const stored = /(?:^|\/)(\d{4})\/(\d\d)\/(\d\d)\/[^/]+$/.exec(file.replaceAll(sep, '/'));
  const day = stored ? stored.slice(1).join('-') : dayOf(item.publishedAt ?? item.firstSeenAt, 'UTC');
  return { ...item, name: path, day, signature: bodySignature(item.title, body, item.language) };
}
