import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGit } from '../git/run-git.ts';
import { treeForOwner, withFile } from './owner-tree.ts';
import { entriesOf, type Git, GitFailure, lineOf, saidBy } from './repository.ts';

/** Whose lines count where both the owner and the program changed them. */
export type Preference = 'mine' | 'theirs';

export interface Versions {
  /** The commit of the program that the copy has. */
  base: string;
  /** The owner's commit. */
  own: string;
  /** The commit of the program to bring. */
  next: string;
}

/** The merged tree, or the files of which both changed the same lines. */
export type Merged = { tree: string } | { conflicts: string[] };

const nobody = { name: 'Broadsheet', email: 'update@localhost' };
const identity = {
  ...{ GIT_AUTHOR_NAME: nobody.name, GIT_AUTHOR_EMAIL: nobody.email },
  ...{ GIT_COMMITTER_NAME: nobody.name, GIT_COMMITTER_EMAIL: nobody.email },
};

/**
 * Merges what changed in the program with what its owner changed, in Git's objects alone: no file, index or branch is
 * touched. Needs Git 2.38.
 */
export async function mergeVersions(
  folder: string,
  git: Git,
  versions: Versions,
  preference: Preference | null,
): Promise<Merged> {
  const [base, next] = await Promise.all(
    [versions.base, versions.next].map((version) => treeForOwner(git, version, versions.own)),
  );
  if (base === undefined || next === undefined) throw new GitFailure('no tree');
  const commit = async (tree: string, ...parents: string[]) =>
    (
      await git(['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent]), '-m', '-'], {
        env: identity,
      })
    ).trim();
  const root = await commit(base);
  const [mine, theirs] = [await commit(`${versions.own}^{tree}`, root), await commit(next, root)];
  const { code, out, err } = await runGit(folder, [
    ...['merge-tree', '--write-tree', '--allow-unrelated-histories', '--no-messages', '--name-only', '-z'],
    ...[mine, theirs],
  ]);
  const [tree, ...conflicts] = entriesOf(out);
  if (tree === undefined || code > 1) throw new GitFailure(saidBy(err));
  if (conflicts.length === 0) return { tree };
  if (preference === null) return { conflicts };
  const sides = { base, mine: versions.own, theirs: next };
  let settled = tree;
  for (const path of conflicts)
    settled = await withFile(git, settled, path, await settle(folder, git, path, sides, preference));
  return { tree: settled };
}

/** One file without conflicts, as a blob: all changes that go together, else those of one side. Null when it is deleted. */
async function settle(
  folder: string,
  git: Git,
  path: string,
  sides: Record<'base' | Preference, string>,
  preference: Preference,
): Promise<string | null> {
  const blobOf = (side: keyof typeof sides) =>
    lineOf(git, 'rev-parse', '--verify', '--quiet', `${sides[side]}:${path}`);
  const [base, mine, theirs] = await Promise.all([blobOf('base'), blobOf('mine'), blobOf('theirs')]);
  if (base === null || mine === null || theirs === null) return preference === 'mine' ? mine : theirs;
  const scratch = await mkdtemp(join(tmpdir(), 'broadsheet-update-'));
  try {
    const files = await Promise.all(
      [mine, base, theirs].map(async (blob, place) => {
        const file = join(scratch, String(place));
        await writeFile(file, await git(['cat-file', 'blob', blob]));
        return file;
      }),
    );
    const side = preference === 'mine' ? '--ours' : '--theirs';
    const { code, out } = await runGit(folder, ['merge-file', '--stdout', side, ...files]);
    if (code !== 0) return preference === 'mine' ? mine : theirs;
    return (await git(['hash-object', '-w', '--stdin'], { input: out })).trim();
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
