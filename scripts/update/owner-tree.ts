import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nightlyWorkflow } from '../schedule/press-issues.ts';
import { readSchedule, withSchedule } from '../schedule/workflow-schedule.ts';
import { entriesOf, type Git, lineOf } from './repository.ts';

/** Where the commit of the program is noted that a copy has. */
export const noteFile = '.broadsheet';

/** What belongs to the owner of a copy: no version of the program changes it. */
const ownPaths = ['digest.yaml', 'custom', 'src/content', noteFile];

/**
 * The tree of a version of the program as the owner's copy would have it: with the owner's files in place of those of the
 * program, and the owner's schedule in its workflow. Gives the id of the tree.
 */
export async function treeForOwner(git: Git, version: string, own: string): Promise<string> {
  const workflow = await workflowFor(git, version, own);
  const named = await git(['ls-tree', '-r', '-z', '--name-only', version, '--', ...ownPaths]);
  const ours = await git(['ls-tree', '-r', '-z', own, '--', ...ownPaths]);
  const lines = [
    ...entriesOf(named).map(removal),
    ...entriesOf(ours),
    ...(workflow === null ? [] : [`100644 blob ${workflow}\t${nightlyWorkflow}`]),
  ];
  return withIndex(git, version, lines);
}

/** A tree with another version of one file. */
export async function withFile(git: Git, tree: string, path: string, blob: string | null): Promise<string> {
  const mode = (await lineOf(git, 'ls-tree', tree, '--', path))?.split(' ')[0] ?? '100644';
  return withIndex(git, tree, [blob === null ? removal(path) : `${mode} blob ${blob}\t${path}`]);
}

/** The line of `git update-index --index-info` that takes a file out. */
function removal(path: string): string {
  return `0 ${'0'.repeat(40)}\t${path}`;
}

/** The workflow of a version with the owner's schedule, stored as a blob; null when either has none. */
async function workflowFor(git: Git, version: string, own: string): Promise<string | null> {
  const [theirs, mine] = await Promise.all(
    [version, own].map((tree) => lineOf(git, 'show', `${tree}:${nightlyWorkflow}`)),
  );
  const runs = mine == null ? null : readSchedule(mine);
  const text = theirs == null || runs === null ? null : withSchedule(`${theirs}\n`, runs);
  if (text === null) return null;
  return (await git(['hash-object', '-w', '--stdin'], { input: text })).trim();
}

/** A tree changed by lines of `git update-index --index-info`, in an index of its own: the owner's stays as it is. */
async function withIndex(git: Git, tree: string, lines: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-update-'));
  const env = { GIT_INDEX_FILE: join(folder, 'index') };
  try {
    await git(['read-tree', tree], { env });
    const input = lines.map((line) => `${line}\0`).join('');
    await git(['update-index', '-z', '--index-info'], { env, input });
    return (await git(['write-tree'], { env })).trim();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
