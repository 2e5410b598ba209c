import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wireItem } from '../../src/digest/feeds/test-feeds.ts';
import { formatItemFile } from '../../src/store/item-file.ts';
import { openItemStore } from './items.ts';

let root: string;
let content: string;
const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=E', '-c', 'user.email=e@paper.example', ...args], {
    cwd,
    stdio: 'pipe',
  });

const { name: _, day: __, ...stored } = wireItem;
const text = (title: string) => formatItemFile({ ...stored, title }, '<p>Text.</p>\n');

/** A repository with an item of September and one of November; only November is checked out. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'broadsheet-sparse-'));
  const origin = join(root, 'origin');
  mkdirSync(origin);
  git(origin, 'init', '--quiet', '--initial-branch=main');
  for (const [path, title] of [
    ['2026/09/01/wire-000000000001', 'Old'],
    ['2026/11/20/wire-000000000002', 'New'],
    ['2026/11/20/wire-000000000003', 'Taken out'],
  ] as const) {
    const file = join(origin, 'src/content/items', `${path}.md`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text(title));
  }
  git(origin, 'add', '.');
  git(origin, 'commit', '--quiet', '-m', 'Begin');
  git(root, 'clone', '--quiet', '--no-checkout', origin, 'clone');
  const clone = join(root, 'clone');
  git(clone, 'sparse-checkout', 'set', 'src/content/items/2026/11');
  git(clone, 'checkout', '--quiet', 'main');
  content = join(clone, 'src/content');
  rmSync(join(content, 'items/2026/11/20/wire-000000000003.md'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the store in a sparse checkout', () => {
  test('has the items that are not checked out, and not the deleted ones', async () => {
    const store = openItemStore(content);
    expect(existsSync(join(content, 'items/2026/09'))).toBe(false);
    expect(await store.dayOf('wire-000000000001')).toBe('2026-09-01');
    expect(await store.read('wire-000000000001', '2026-09-01')).toMatchObject({ item: { title: 'Old' } });
    expect(await store.read('wire-000000000002', '2026-11-20')).toMatchObject({ item: { title: 'New' } });
    expect(await store.read('wire-000000000003', '2026-11-20')).toBeNull();
    expect(await store.dayOf('wire-000000000003')).toBeNull();
  });

  test('writes an item that is not checked out only when it differs, to the same path', async () => {
    const store = openItemStore(content);
    const file = join(content, 'items/2026/09/01/wire-000000000001.md');
    const write = (title: string) =>
      store.write('wire-000000000001', '2026-09-01', { ...stored, title }, '<p>Text.</p>\n');
    expect(await write('Old')).toBe(false);
    expect(existsSync(file)).toBe(false);
    expect(await write('Old, corrected')).toBe(true);
    expect(existsSync(file)).toBe(true);
  });

  test('reports an item that Git cannot fetch, and does not take it for deleted', async () => {
    const [origin, partial] = [join(root, 'origin'), join(root, 'partial')];
    git(origin, 'config', 'uploadpack.allowFilter', 'true');
    git(root, 'clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${origin}`, 'partial');
    git(partial, 'sparse-checkout', 'set', 'src/content/items/2026/11');
    git(partial, 'checkout', '--quiet', 'main');
    rmSync(origin, { recursive: true });
    const store = openItemStore(join(partial, 'src/content'));
    expect(await store.dayOf('wire-000000000001')).toBe('2026-09-01');
    await expect(store.read('wire-000000000001', '2026-09-01')).rejects.toThrow('Git could not fetch it');
  });
});
