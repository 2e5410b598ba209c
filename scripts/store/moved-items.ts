import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readMoved } from '../../src/paper/read-content.ts';
import { pathOfItem } from '../../src/store/item-path.ts';
import { formatMoved, type MovedItems, movedFile, movedKey } from '../../src/store/moved-items.ts';
import type { ItemStore } from './items.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Mends items that are stored under several days, as two pulls leave them that did not know of each other: the
 * earliest stays, and what was stored later leads to it. Gives every move that is known afterwards.
 */
export async function mendTwins(content: string, store: ItemStore): Promise<MovedItems> {
  const known = await readMoved(content);
  const twins = await store.twins();
  if (twins.length === 0) return known;
  const moves: Record<string, string> = { ...known };
  for (const { name, days } of twins) {
    const [first = '', ...later] = days;
    for (const day of later) moves[movedKey(day, name)] = first;
  }
  await writeMoved(content, moves);
  for (const { name, days } of twins)
    for (const day of days.slice(1)) await rm(join(content, 'items', pathOfItem(name, day)), { force: true });
  return moves;
}

export async function writeMoved(content: string, moved: MovedItems): Promise<void> {
  await writeWhole(join(content, movedFile), formatMoved(moved));
}
