import {
  fetchProgram,
  forgetProgram,
  nextVersion,
  noteText,
  presentVersion,
  readNote,
} from './find-versions.ts';
import { mergeVersions, type Preference } from './merge-versions.ts';
import { noteFile, withFile } from './owner-tree.ts';
import { type Git, GitFailure, gitIn, lineOf } from './repository.ts';

export interface UpdateRequest {
  /** The owner's copy: a Git repository. */
  folder: string;
  /** The address of the program; null for the one that the last update noted. */
  from: string | null;
  /** A tag, branch or commit of the program; null for its newest release. */
  to: string | null;
  preference: Preference | null;
}

/** How an update ended. `words` is ready to print, but for control characters. */
export interface Update {
  done: boolean;
  words: string;
}

/** An update that cannot go on; its message says why and what to do. */
class CannotUpdate extends Error {}

/**
 * Brings the program's files of a copy to another version, as one commit on the branch that is checked out. What the
 * owner changed is kept. When anything fails, the copy is as it was.
 */
export async function updateCopy(request: UpdateRequest): Promise<Update> {
  const git = gitIn(request.folder);
  try {
    return await update(git, request);
  } catch (error) {
    if (error instanceof CannotUpdate) return { done: false, words: error.message };
    if (error instanceof GitFailure)
      return { done: false, words: `Git could not do its part, and nothing was changed: ${error.said}` };
    throw error;
  }
}

async function update(git: Git, { folder, from, to, preference }: UpdateRequest): Promise<Update> {
  const own = await checkCopy(git);
  const note = await readNote(git);
  const address = from ?? note?.from;
  if (address === undefined) throw new CannotUpdate(words.noAddress);
  try {
    await fetchProgram(git, address);
    const next = await nextVersion(git, to);
    if (next === null) throw new CannotUpdate(words.noVersion(to ?? 'main', address));
    const base = await presentVersion(git, note, next.commit);
    if (base === null) throw new CannotUpdate(words.noBase);
    if (base === next.commit) return { done: true, words: `The copy is at ${next.name} already.` };
    const merged = await mergeVersions(folder, git, { base, own, next: next.commit }, preference);
    if ('conflicts' in merged) throw new CannotUpdate(words.conflicts(merged.conflicts, next.name));
    const text = noteText({ from: address, commit: next.commit });
    const blob = (await git(['hash-object', '-w', '--stdin'], { input: text })).trim();
    await commit(git, await withFile(git, merged.tree, noteFile, blob), own, next.name);
    return { done: true, words: words.done(next.name, await tasksBetween(git, base, next.commit)) };
  } finally {
    await forgetProgram(git);
  }
}

/** The commit of a copy that can be updated. @throws CannotUpdate */
async function checkCopy(git: Git): Promise<string> {
  const own = await lineOf(git, 'rev-parse', '--verify', 'HEAD');
  if (own === null) throw new CannotUpdate(words.noRepository);
  if ((await lineOf(git, 'rev-parse', '--is-shallow-repository')) === 'true')
    throw new CannotUpdate(words.shallow);
  const changed = await lineOf(git, 'status', '--porcelain', '--untracked-files=no');
  if (changed !== null) throw new CannotUpdate(words.uncommitted);
  return own;
}

/** Commits a tree and checks it out in one step, which Git refuses as a whole when a file is in its way. */
async function commit(git: Git, tree: string, own: string, name: string): Promise<void> {
  const made = await git(['commit-tree', tree, '-p', own, '-m', `Update Broadsheet to ${name}`]);
  await git(['merge', '--quiet', '--ff-only', made.trim()]);
}

/** What owners have to do after an update: the paragraphs of the changelog that are new. */
async function tasksBetween(git: Git, base: string, next: string): Promise<string[]> {
  const [before, after] = await Promise.all(
    [base, next].map(async (version) => (await lineOf(git, 'show', `${version}:CHANGELOG.md`)) ?? ''),
  );
  const tasks = [...(after ?? '').matchAll(/^\*\*What owners do:\*\* (.+)$/gm)].map(([, task = '']) => task);
  return tasks.filter((task) => !before?.includes(task));
}

const words = {
  noRepository: 'This folder is not a Git repository with a commit. Clone your copy, and run this there.',
  shallow: 'This clone has only the last commits. Run git fetch --unshallow, then this again.',
  uncommitted:
    'Some files are changed and not committed. Commit them (git commit -a) or undo them (git restore .), then run this again.',
  noAddress:
    'Name the repository that yours was made from, as GitHub shows it under the name of yours ("generated from …"):\n\n    npm run update -- https://github.com/<owner>/<template>\n\nIt is remembered for the next time.',
  noVersion: (name: string, address: string) => `There is no version ${name} at ${address}.`,
  noBase:
    'It cannot be told which version this copy was made from: no commit there has the files that it began with. Nothing was changed. The README says how to take all files of the new version instead.',
  conflicts: (files: string[], name: string) =>
    [
      `You and ${name} changed the same lines of ${files.length === 1 ? 'this file' : 'these files'}. Nothing was changed yet.`,
      '',
      ...files.map((file) => `    ${file}`),
      '',
      'Run the command again and say whose lines count there; all other changes of both are kept:',
      '',
      '    --prefer mine      your lines stay',
      '    --prefer theirs    the new lines come, and yours are in the commit before',
    ].join('\n'),
  done: (name: string, tasks: string[]) =>
    [
      `Updated to ${name}, as one commit. git push publishes it; git reset --hard HEAD~1 takes it back before that.`,
      'Run npm ci before anything else.',
      ...tasks.map((task) => `\nTo do: ${task}`),
    ].join('\n'),
};
