import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-import-cli-'));
  mkdirSync(join(folder, 'archive', 'Tide'), { recursive: true });
  mkdirSync(join(folder, 'nothing'));
  writeFileSync(
    join(folder, 'archive', 'Tide', '1_\u001b[31mBridge.md'),
    '<!--1606442039000-->\n[Bridge](https://tide.example/1)\n------\n\n<p>The bridge opened.</p>',
  );
  writeFileSync(
    join(folder, 'archive', 'Tide', '2_\u001b[31mEmpty.md'),
    '<!--1-->\n[E](https://tide.example/2)\n------\n',
  );
  writeFileSync(
    join(folder, 'digest.yaml'),
    'site: {title: A}\nfeeds:\n  - {id: a, url: "https://a.example"}\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const common = ['--config', join(folder, 'digest.yaml'), '--content', join(folder, 'content')];
  return spawnSync(process.execPath, ['scripts/import.ts', ...args, ...common], { encoding: 'utf8' });
}

// Each test starts a program, which is slow on a busy machine.
const slow = { timeout: 30_000 };

test('an import prints what it did and ends with 0, without control characters of file names', slow, () => {
  const { stdout, stderr, status } = run(join(folder, 'archive'));
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toContain('Tide → tide (a new feed)  1 new');
  expect(stdout).toContain('1 article added');
  expect(stdout).toContain('it has no text');
  expect(stdout).not.toContain('\u001b');
});

test('follows no link to another folder, and prints no name of a folder as a command', slow, () => {
  const archive = join(folder, 'linked');
  const article = (name: string) =>
    `<!--1606442039000-->\n[${name}](https://tide.example/${name})\n------\n\n<p>The ${name} opened.</p>`;
  mkdirSync(join(archive, '::error::Quay', 'deep'), { recursive: true });
  mkdirSync(join(folder, 'outside'));
  writeFileSync(join(archive, '::error::Quay', 'deep', '1_Quay.md'), article('Quay'));
  writeFileSync(join(folder, 'outside', '1_Hill.md'), article('Hill'));
  symlinkSync(join(folder, 'outside'), join(archive, 'Hill'));
  symlinkSync('..', join(archive, '::error::Quay', 'deep', 'up'));
  symlinkSync(join(folder, 'outside', '1_Hill.md'), join(archive, '::error::Quay', '2_Hill.md'));
  const { stdout, status } = run(archive, '--dry-run');
  expect(status).toBe(0);
  expect(stdout).toContain('1 article would be added');
  expect(stdout).not.toMatch(/^\s*::/m);
});

test('ends with 1 when there is nothing to import, and with 2 for wrong options', slow, () => {
  expect(run(join(folder, 'nothing')).status).toBe(1);
  expect(run(join(folder, 'missing'))).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('nothing at'),
  });
  expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('npm run import -- PATH') });
});
