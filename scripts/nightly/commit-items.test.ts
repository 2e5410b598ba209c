import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commitItems } from './commit-items.ts';

let root: string;
let paper: string;
let editor: string;

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Editor', '-c', 'user.email=editor@paper.example', ...args], {
    cwd,
    encoding: 'utf8',
    stdio: 'pipe',
  });

/** Writes a file below a clone. */
function write(clone: string, path: string, text: string): void {
  mkdirSync(join(clone, path, '..'), { recursive: true });
  writeFileSync(join(clone, path), text);
}

const item = (name: string) => `src/content/items/2026/11/22/${name}.md`;
const commit = () => commitItems({ repository: paper, content: 'src/content', push: true });
const onServer = (path: string) => git(editor, 'show', `origin/main:${path}`);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'broadsheet-commit-'));
  git(root, 'init', '--quiet', '--bare', '--initial-branch=main', 'server.git');
  for (const clone of ['paper', 'editor']) git(root, 'clone', '--quiet', 'server.git', clone);
  [paper, editor] = [join(root, 'paper'), join(root, 'editor')];
  write(editor, 'digest.yaml', 'site: {title: P}\n');
  write(editor, item('old'), 'first\nsecond\n');
  git(editor, 'checkout', '--quiet', '-B', 'main');
  git(editor, 'add', '.');
  git(editor, 'commit', '--quiet', '-m', 'Begin');
  git(editor, 'push', '--quiet', '-u', 'origin', 'main');
  git(paper, 'pull', '--quiet', 'origin', 'main');
  git(paper, 'checkout', '--quiet', '-B', 'main', 'origin/main');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('committing what was pulled', () => {
  test('writes only counts into the message, and commits nothing outside the content folder', async () => {
    write(paper, item('$(touch pwn)'), '::set-output name=a::b');
    write(paper, item('old'), 'first\nchanged\n');
    write(paper, 'digest.yaml', 'changed by hand, not by us');
    expect(await commit()).toEqual({ kind: 'committed', added: 1, changed: 1, pushed: true });
    expect(git(paper, 'log', '-1', '--format=%B|%an').trim()).toBe(
      'Pull 1 new items, 1 changed\n|github-actions[bot]',
    );
    expect(git(paper, 'status', '--porcelain').trim()).toBe('M digest.yaml');
  });

  test('makes no commit when nothing is new', async () => {
    const before = git(paper, 'rev-parse', 'HEAD');
    expect(await commit()).toEqual({ kind: 'nothing-new' });
    expect(git(paper, 'rev-parse', 'HEAD')).toBe(before);
  });

  test('commits on top of what somebody else pushed, and keeps their lines', async () => {
    write(editor, item('old'), 'first\nmended by hand\n');
    git(editor, 'commit', '--quiet', '-am', 'Mend');
    git(editor, 'push', '--quiet');
    write(paper, item('old'), 'first\nchanged by the feed\n');
    write(paper, item('new'), 'new');
    write(paper, 'digest.yaml', 'changed by hand, and not committed');
    expect(await commit()).toMatchObject({ kind: 'committed', pushed: true });
    expect(readFileSync(join(paper, 'digest.yaml'), 'utf8')).toContain('not committed');
    git(editor, 'fetch', '--quiet');
    expect(onServer(item('old'))).toBe('first\nmended by hand\n');
    expect(onServer(item('new'))).toBe('new');
  });

  test('keeps an item deleted that somebody else deleted, although the feed changed it', async () => {
    git(editor, 'rm', '--quiet', item('old'));
    git(editor, 'commit', '--quiet', '-m', 'Take out');
    git(editor, 'push', '--quiet');
    write(paper, item('old'), 'first\nchanged by the feed\n');
    write(paper, item('new'), 'new');
    expect(await commit()).toMatchObject({ kind: 'committed', pushed: true });
    git(editor, 'fetch', '--quiet');
    expect(() => onServer(item('old'))).toThrow();
    expect(onServer(item('new'))).toBe('new');
    expect(git(paper, 'status', '--porcelain')).toBe('');
  });

  test('reports that it cannot push', async () => {
    rmSync(join(root, 'server.git'), { recursive: true });
    write(paper, item('new'), 'new');
    expect(await commit()).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(/cannot be reached \(git: fatal: /),
    });
  });

  test('tells a push that the repository refuses from one that came second, and says where to look', async () => {
    const hook = join(root, 'server.git/hooks/pre-receive');
    writeFileSync(hook, '#!/bin/sh\necho "protected branch" >&2; exit 1\n', { mode: 0o755 });
    write(paper, item('new'), 'new');
    expect(await commit()).toEqual({
      kind: 'failed',
      message: expect.stringMatching(
        /^the remote repository refuses it \(git: ! \[remote rejected\] main -> main/,
      ),
      hint: expect.stringContaining('Workflow permissions'),
    });
  });

  test('commits new items inside and outside of a sparse checkout, and deletes none', async () => {
    git(paper, 'sparse-checkout', 'set', 'src/content/items/2026/12');
    expect(() => readFileSync(join(paper, item('old')))).toThrow();
    write(paper, 'src/content/items/2026/12/01/in.md', 'in');
    write(paper, 'src/content/items/2027/01/01/out.md', 'out');
    expect(await commit()).toEqual({ kind: 'committed', added: 2, changed: 0, pushed: true });
    write(paper, item('old'), 'first\ncorrected\n');
    expect(await commit()).toEqual({ kind: 'committed', added: 0, changed: 1, pushed: true });
    git(editor, 'fetch', '--quiet');
    expect(onServer(item('old'))).toBe('first\ncorrected\n');
    expect(onServer('src/content/items/2027/01/01/out.md')).toBe('out');
    expect(onServer('digest.yaml')).toContain('title: P');
  });
});
