import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { earlierDays } from './earlier-days.ts';

let root: string;
let content: string;
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=E', '-c', 'user.email=e@paper.example', ...args], {
    cwd: root,
    stdio: 'pipe',
  });
const fileOf = (path: string) => join(content, 'items', `${path}.md`);
function commit(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(fileOf(path)), { recursive: true });
    writeFileSync(fileOf(path), path);
  }
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '-m', 'Night');
}
const [first, second, third] = [
  '2026/11/01/wire-000000000001',
  '2026/11/02/wire-000000000002',
  '2026/11/03/wire-000000000003',
];
const known = async (committed = true) => Object.fromEntries(await earlierDays(content, { committed }));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'broadsheet-earlier-'));
  content = join(root, 'src/content');
  mkdirSync(content, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the earlier days of items', () => {
  test('are none without a repository or a commit', async () => {
    expect(await known()).toEqual({});
    git('init', '--quiet');
    expect(await known()).toEqual({});
  });

  test('are known of files that a restored backup lacks, before and after it is committed', async () => {
    git('init', '--quiet', '--initial-branch=main');
    commit(first);
    commit(second);
    rmSync(fileOf(second));
    expect(await known(false)).toEqual({ 'wire-000000000002': '2026-11-02' });
    commit(third);
    expect(await known(false)).toEqual({});
    expect(await known()).toEqual({ 'wire-000000000002': '2026-11-02' });
  });

  test('are known of commits that the branch was moved back from', async () => {
    git('init', '--quiet', '--initial-branch=main');
    commit(first);
    commit(second, third);
    git('reset', '--quiet', '--hard', 'HEAD~1');
    expect(await known(false)).toEqual({
      'wire-000000000002': '2026-11-02',
      'wire-000000000003': '2026-11-03',
    });
  });
});
