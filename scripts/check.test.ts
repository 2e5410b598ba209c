import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-check-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `npm run check` on a file of this text, as a step of a run on GitHub. */
function check(text: string | Buffer | null) {
  const [file, summary] = [join(folder, 'digest.yaml'), join(folder, 'summary.md')];
  if (text !== null) writeFileSync(file, text);
  writeFileSync(summary, '');
  const env = { ...process.env, GITHUB_STEP_SUMMARY: summary };
  const { status, stdout } = spawnSync(process.execPath, ['scripts/check.ts', file], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, summary: readFileSync(summary, 'utf8') };
}

// Each test starts a program, which is slow on a busy machine.
describe('npm run check', { timeout: 30_000 }, () => {
  test('reports that a list is right, and how many of its feeds are on', () => {
    const { status, stdout, summary } = check(
      'site: {title: P}\nfeeds:\n  - {id: a, url: "https://a.example/"}\n  - {id: b, url: "https://b.example/", enabled: false}\n',
    );
    expect(status).toBe(0);
    expect(stdout).toContain('is right: 2 feeds, 1 of them on.');
    expect(summary).toMatch(/^### ✓ .+\n\n {4}.+2 feeds, 1 of them on\.\n\n$/);
  });

  test('reports the line, the mistake and the remedy, in the log and in the summary', () => {
    const { status, stdout, summary } = check(
      'site: {title: P, langauge: en}\nfeeds: [{id: A B, url: ftp://x}]\n',
    );
    expect(status).toBe(2);
    for (const words of [':1:18  site.langauge', 'did you mean language', ':2:', '→']) {
      expect(stdout).toContain(words);
      expect(summary).toContain(words);
    }
    expect(summary).toMatch(/^### ✗ /);
  });

  test('reports a missing list, and where it should be', () => {
    const { status, summary } = check(null);
    expect(status).toBe(2);
    expect(summary).toContain('There is no file');
  });

  test('reports an unknown option, and takes it for no file name', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/check.ts', '--fix'], {
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toContain('There is no option --fix.');
  });

  test('rejects a list that is not in UTF-8', () => {
    const gbk = Buffer.from([
      ...Buffer.from('site: {title: '),
      0xb4,
      0xf3,
      0xb1,
      0xa8,
      ...Buffer.from('}\n'),
    ]);
    const { status, stdout } = check(gbk);
    expect(status).toBe(2);
    expect(stdout).toContain('digest.yaml is not written in UTF-8');
  });

  test('keeps the text of the file from becoming a command in the log or markup in the summary', () => {
    const { status, stdout, summary } = check(
      'site: {title: P}\nfeeds: [{id: a, url: "x\\n::error::pwn\\e[31m"}]\n"k\\n::error::pwn": 1\n"<img src=x>\\r::warning::": 2\n',
    );
    expect(status).toBe(2);
    for (const text of [stdout, summary]) {
      expect(text).toContain('pwn');
      expect(text).not.toMatch(/^\s*::/m);
      expect(text).not.toContain('\u001b');
    }
    for (const line of summary.split('\n').slice(2)) expect(line).toMatch(/^( {4}|$)/);
  });

  test('accepts the lists that come with the project', () => {
    for (const file of ['digest.yaml', 'sample/digest.yaml']) {
      const out = execFileSync(process.execPath, ['scripts/check.ts', file], { encoding: 'utf8' });
      expect(out).toContain('is right');
    }
  });
});
