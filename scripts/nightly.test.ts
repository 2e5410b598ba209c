import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-nightly-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const nightly = (...args: string[]) =>
  spawnSync(process.execPath, [resolve('scripts/nightly.ts'), ...args], { cwd: folder, encoding: 'utf8' });

// tests/build runs a whole night; these tests are about nights that end early. Each starts programs, which takes a while.
describe('npm run nightly', { timeout: 60_000 }, () => {
  test('explains its steps with --help', () => {
    const { status, stdout } = nightly('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('pull the feeds, commit what is new, build the site');
  });

  test('stops after the pull, with its exit code, when digest.yaml is wrong', () => {
    writeFileSync(join(folder, 'digest.yaml'), 'site: {title: P}\n');
    const { status, stdout, stderr } = nightly();
    expect(status).toBe(2);
    expect(stderr).toContain('digest.yaml');
    expect(stdout).not.toContain('ommit');
    expect(readdirSync(folder)).toEqual(['digest.yaml']);
  });

  test('builds nothing when the commit fails', () => {
    writeFileSync(
      join(folder, 'digest.yaml'),
      'site: {title: P}\nfeeds: [{id: a, url: "https://a.example/", enabled: false}]\n',
    );
    const { status, stderr } = nightly();
    expect(status).toBe(1);
    expect(stderr).toContain('Not committed');
    expect(readdirSync(folder)).not.toContain('dist');
  });

  test('runs nothing for an unknown option', () => {
    const { status, stderr } = nightly('--publish');
    expect(status).toBe(2);
    expect(stderr).toContain('--publish');
    expect(readdirSync(folder)).toEqual([]);
  });
});
