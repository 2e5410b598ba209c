import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../src/config/schema.ts';
import { withFormerFeeds } from '../../src/digest/former-feeds.ts';
import { countVolume, type MonthTree, rulesDigest, type Volume } from '../../src/digest/volume.ts';
import { readItems, readStates, readVolumes } from '../../src/paper/read-content.ts';
import { writeWhole } from '../store/write-whole.ts';
import { isCheckedOut, readMonthTrees } from './month-trees.ts';

/**
 * Brings the records of the volumes (`volumes/YYYY-MM.json`) up to date: counts the months whose items have changed, by
 * a pull or by hand, and all months when the rules that hide items have changed. Gives every record, oldest first. A
 * month that is not checked out keeps its record.
 */
export async function refreshVolumes(content: string, settings: Config): Promise<Volume[]> {
  const [trees, { volumes: known }, { states }] = await Promise.all([
    readMonthTrees(content),
    readVolumes(content),
    readStates(content),
  ]);
  const config = withFormerFeeds(settings, states);
  const records = new Map(known.map((volume) => [volume.month, volume]));
  const rules = rulesDigest(config);
  const volumes: Volume[] = [];
  for (const [month, tree] of trees) {
    const record = records.get(month);
    const isCurrent = record?.digest === tree.digest && record.rules === rules;
    const volume = isCurrent ? record : await recount(content, month, tree, config, record);
    if (volume !== undefined) volumes.push(volume);
  }
  for (const { month } of known) if (!trees.has(month)) await rm(fileOf(content, month), { force: true });
  return volumes;
}

async function recount(
  content: string,
  month: string,
  tree: MonthTree,
  config: Config,
  record: Volume | undefined,
): Promise<Volume | undefined> {
  if (!(await isCheckedOut(content, month))) return record;
  const { items } = await readItems(content, { days: [...tree.days.keys()], ofFeed: [] });
  const volume = countVolume(month, items, tree, config);
  const text = `${JSON.stringify(volume, null, 1)}\n`;
  if ((await readFile(fileOf(content, month), 'utf8').catch(() => '')) !== text) {
    await mkdir(join(content, 'volumes'), { recursive: true });
    await writeWhole(fileOf(content, month), text);
  }
  return volume;
}

function fileOf(content: string, month: string): string {
  return join(content, 'volumes', `${month}.json`);
}
