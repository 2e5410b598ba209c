import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { shiftDay } from '../../src/digest/day.ts';
import { bodySignature, isCurrentSignature } from '../../src/digest/stories/signature.ts';
import { dayFolder, itemAtPath } from '../../src/store/item-path.ts';
import type { ItemStore } from '../store/items.ts';

/** Days around `now` whose editions may still be open, or are grouped with one that is. */
const daysBefore = 3;
const daysAfter = 2;

/**
 * Signs anew the items of the days around `now` that an earlier version signed, so that an edition being gathered is
 * grouped by one kind of signature from the first pull of a new version on. Older days keep theirs. Returns how many
 * items were signed.
 */
export async function renewSignatures(content: string, now: Date, store: ItemStore): Promise<number> {
  const today = now.toISOString().slice(0, 10);
  let renewed = 0;
  for (let offset = -daysBefore; offset <= daysAfter; offset += 1) {
    const day = shiftDay(today, offset);
    for (const name of await namesOn(content, day)) if (await renew(name, day, store)) renewed += 1;
  }
  return renewed;
}

async function renew(name: string, day: string, store: ItemStore): Promise<boolean> {
  const read = await store.read(name, day);
  if (read === null || 'problem' in read || isCurrentSignature(read.item.signature)) return false;
  const { item, body } = read;
  const signature = bodySignature(item.title, body, item.language);
  return store.write(name, day, { ...item, signature }, body);
}

async function namesOn(content: string, day: string): Promise<string[]> {
  const folder = dayFolder(day);
  const files = await readdir(join(content, 'items', folder)).catch(() => []);
  return files.sort().flatMap((file) => itemAtPath(`${folder}/${file}`)?.name ?? []);
}
