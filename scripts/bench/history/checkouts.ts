import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { monthOf } from '../../../src/digest/day.ts';
import { dayFolder } from '../../../src/store/item-path.ts';
import { commitItems } from '../../nightly/commit-items.ts';
import { runMeasured } from '../run-measured.ts';
import type { Night } from './year.ts';

/** A way to check out a paper. */
export interface Checkout {
  name: string;
  /** Of `git clone`. */
  options: string[];
  /** Folders to check out; everything when absent. */
  folders?: (lastDay: string) => string[];
}

export const checkouts: Checkout[] = [
  { name: 'full: every commit, every file', options: [] },
  { name: 'shallow: the last commit, every file', options: ['--depth=1'] },
  {
    name: 'shallow and sparse: the last commit, the last month',
    options: ['--depth=1', '--filter=blob:none', '--sparse'],
    folders: (lastDay) => ['status', `items/${dayFolder(monthOf(lastDay))}`],
  },
];

export interface Taken {
  /** Seconds. */
  checkout: number;
  /** Seconds to add and commit one more night. */
  commit: number;
  /** Bytes below `.git`. */
  history: number;
  files: number;
}

/** Checks a repository out and commits one more night in it. */
export async function take(
  checkout: Checkout,
  repository: string,
  folder: string,
  lastDay: string,
  next: Night,
): Promise<Taken> {
  const started = performance.now();
  await runMeasured('git', ['clone', '--quiet', ...checkout.options, `file://${repository}`, folder]);
  if (checkout.folders) {
    const folders = checkout.folders(lastDay).map((name) => `src/content/${name}`);
    await runMeasured('git', ['-C', folder, 'sparse-checkout', 'set', ...folders]);
  }
  const cloned = performance.now();
  const history = (await filesBelow(join(folder, '.git'))).reduce((sum, { size }) => sum + size, 0);
  const files = (await filesBelow(join(folder, 'src'))).length;
  for (const { path, text } of next.files) {
    await mkdir(dirname(join(folder, 'src/content', path)), { recursive: true });
    await writeFile(join(folder, 'src/content', path), text);
  }
  const written = performance.now();
  const result = await commitItems({ repository: folder, content: 'src/content', push: false });
  if (result.kind !== 'committed') throw new Error(`the night was not committed: ${JSON.stringify(result)}`);
  const commit = (performance.now() - written) / 1000;
  return { checkout: (cloned - started) / 1000, commit, history, files };
}

async function filesBelow(folder: string): Promise<{ size: number }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map((file) => stat(join(file.parentPath, file.name))));
}
