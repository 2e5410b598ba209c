import { noteFile } from './owner-tree.ts';
import { entriesOf, type Git, lineOf } from './repository.ts';

/** Where the branches and tags of the program are fetched to, apart from the owner's own. */
const space = 'refs/broadsheet';

/** What a copy notes of its last update: the address of the program and the commit that the copy has. */
export interface Note {
  from: string;
  commit: string;
}

export async function readNote(git: Git): Promise<Note | null> {
  const text = await lineOf(git, 'show', `HEAD:${noteFile}`);
  const [, from, commit] = /^from (\S+)\ncommit ([0-9a-f]{40})$/.exec(text ?? '') ?? [];
  return from === undefined || commit === undefined ? null : { from, commit };
}

export function noteText({ from, commit }: Note): string {
  return `from ${from}\ncommit ${commit}\n`;
}

/** Fetches every branch and tag of the program. @throws GitFailure */
export async function fetchProgram(git: Git, from: string): Promise<void> {
  const refs = ['heads', 'tags'].map((kind) => `+refs/${kind}/*:${space}/${kind}/*`);
  await git(['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--', from, ...refs]);
}

/** Forgets the branches and tags of the program again. */
export async function forgetProgram(git: Git): Promise<void> {
  const refs = entriesOf(await git(['for-each-ref', '--format=%(refname)', space]), '\n');
  await git(['update-ref', '--stdin'], { input: refs.map((ref) => `delete ${ref}\n`).join('') });
}

/** The commit to bring: of the tag, branch or commit named, else of the newest release, else of `main`. */
export async function nextVersion(
  git: Git,
  named: string | null,
): Promise<{ name: string; commit: string } | null> {
  const tags = await git([
    'for-each-ref',
    '--sort=-version:refname',
    '--format=%(refname:lstrip=3)',
    `${space}/tags/v*`,
  ]);
  const name = named ?? entriesOf(tags, '\n').find((tag) => /^v\d+\.\d+\.\d+$/.test(tag)) ?? 'main';
  const places = [`${space}/tags/${name}`, `${space}/heads/${name}`];
  for (const ref of /^[0-9a-f]{7,40}$/.test(name) ? [...places, name] : places) {
    const commit = await lineOf(git, 'rev-parse', '--verify', '--quiet', `${ref}^{commit}`);
    if (commit !== null) return { name, commit };
  }
  return null;
}

/**
 * The commit of the program that a copy has: the one that its last update noted; else the last one that it has in common
 * with `next`, as a fork does; else the one whose files its first commit has, with which a copy of a template begins; else
 * the release that its package.json names.
 */
export async function presentVersion(git: Git, note: Note | null, next: string): Promise<string | null> {
  const noted = note && (await lineOf(git, 'rev-parse', '--verify', '--quiet', `${note.commit}^{commit}`));
  if (noted) return noted;
  const common = await lineOf(git, 'merge-base', 'HEAD', next);
  if (common !== null) return common;
  const roots = entriesOf(await git(['rev-list', '--max-parents=0', 'HEAD']), '\n');
  const first = await Promise.all(roots.map((root) => lineOf(git, 'rev-parse', `${root}^{tree}`)));
  const log = await git(['log', '--format=%H %T', `--glob=${space}/*`]);
  const same = entriesOf(log, '\n').find((line) => first.includes(line.split(' ')[1] ?? ''));
  if (same !== undefined) return same.split(' ')[0] ?? null;
  const text = await lineOf(git, 'show', 'HEAD:package.json');
  const version = /"version":\s*"([\d.]+)"/.exec(text ?? '')?.[1];
  return version === undefined
    ? null
    : lineOf(git, 'rev-parse', '--verify', '--quiet', `${space}/tags/v${version}^{commit}`);
}
