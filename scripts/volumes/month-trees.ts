import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { monthOf } from '../../src/digest/day.ts';
import type { MonthTree } from '../../src/digest/volume.ts';
import { dayFolder } from '../../src/store/item-path.ts';
import { filesNotCheckedOut, gitPrints } from '../git/run-git.ts';
import { treeIds } from './git-objects.ts';

/**
 * The trees of every month of a store (`YYYY-MM`), oldest first. Git gives those of committed months, checked out or not,
 * so that only months with changes are read from disk; without a repository, all months are.
 */
export async function readMonthTrees(content: string): Promise<Map<string, MonthTree>> {
  const items = join(content, 'items');
  const [here, committed] = await Promise.all([monthsOnDisk(items), committedTrees(items)]);
  const changed = committed.size === 0 ? new Set<string>() : await changedMonths(items);
  const months = [...new Set([...here, ...committed.keys()])].sort();
  const trees = new Map<string, MonthTree>();
  for (const month of months) {
    const known = changed.has(month) ? undefined : committed.get(month);
    const tree = known ?? (here.has(month) ? await treeOnDisk(items, month) : undefined);
    if (tree !== undefined && tree.days.size > 0) trees.set(month, tree);
  }
  return trees;
}

/** Whether every committed item of a month is checked out. */
export async function isCheckedOut(content: string, month: string): Promise<boolean> {
  const notCheckedOut = await filesNotCheckedOut(join(content, 'items'), dayFolder(month));
  return notCheckedOut === null || notCheckedOut.length === 0;
}

async function monthsOnDisk(items: string): Promise<Set<string>> {
  const months = new Set<string>();
  for (const year of await foldersIn(items, /^\d{4}$/))
    for (const month of await foldersIn(join(items, year), /^\d{2}$/)) months.add(`${year}-${month}`);
  return months;
}

async function foldersIn(folder: string, name: RegExp): Promise<string[]> {
  const files = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return files.filter((file) => file.isDirectory() && name.test(file.name)).map((file) => file.name);
}

async function treeOnDisk(items: string, month: string): Promise<MonthTree> {
  const ids = await treeIds(join(items, dayFolder(month)));
  const days = [...ids].filter(([path]) => /^\d{2}$/.test(path));
  return { digest: ids.get('') ?? '', days: new Map(days.map(([date, id]) => [`${month}-${date}`, id])) };
}

/** The trees of the last commit; none without a repository, a commit, or a store in it. */
async function committedTrees(items: string): Promise<Map<string, MonthTree>> {
  const listed = await gitPrints(items, 'ls-tree', '-d', '-r', '-z', 'HEAD', '--', '.');
  const trees = new Map<string, { digest: string; days: Map<string, string> }>();
  const treeOf = (month: string) => {
    const tree = trees.get(month) ?? { digest: '', days: new Map<string, string>() };
    trees.set(month, tree);
    return tree;
  };
  for (const line of listed.split('\0')) {
    const [, id = '', path = ''] = /^\d+ tree ([0-9a-f]+)\t(.+)$/.exec(line) ?? [];
    if (/^\d{4}\/\d{2}$/.test(path)) treeOf(path.replace('/', '-')).digest = id;
    else if (/^\d{4}\/\d{2}\/\d{2}$/.test(path)) {
      const day = path.replaceAll('/', '-');
      treeOf(monthOf(day)).days.set(day, id);
    }
  }
  return trees;
}

/** The months with items that differ from the last commit. */
async function changedMonths(items: string): Promise<Set<string>> {
  const [prefix, listed] = await Promise.all([
    gitPrints(items, 'rev-parse', '--show-prefix'),
    gitPrints(items, 'status', '--porcelain', '-z', '--untracked-files=all', '--no-renames', '--', '.'),
  ]);
  const paths = listed.split('\0').map((line) => line.slice(3 + prefix.trim().length));
  return new Set(paths.flatMap((path) => /^(\d{4})\/(\d{2})\//.exec(path)?.slice(1, 3).join('-') ?? []));
}
