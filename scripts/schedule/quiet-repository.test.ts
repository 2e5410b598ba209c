import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quietIssue } from './quiet-repository.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-quiet-'));
  mkdirSync(join(folder, '.github/workflows'), { recursive: true });
  writeFileSync(join(folder, '.github/workflows/nightly.yml'), 'on: {}\n');
  const env = { ...process.env, GIT_COMMITTER_DATE: '2026-10-01T06:00:00+08:00' };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=E', '-c', 'user.email=e@paper.example', ...args], {
      cwd: folder,
      env,
    });
  git('init', '--quiet');
  git('commit', '--quiet', '--allow-empty', '-m', 'Begin');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a repository without commits', () => {
  test('says what to press from the 45th day on', async () => {
    expect(await quietIssue(folder, new Date('2026-11-14T21:00:00Z'))).toBe(null);
    expect(await quietIssue(folder, new Date('2026-11-14T22:00:00Z'))).toMatchObject({
      code: 'quiet',
      message: 'nothing was committed for 45 days, and GitHub stops the schedule of a repository after 60',
      hint: expect.stringContaining('Enable workflow'),
    });
  });

  test('says nothing where there is no workflow or no repository', async () => {
    expect(await quietIssue(join(folder, '.github'), new Date('2027-11-14T22:00:00Z'))).toBe(null);
    expect(await quietIssue(tmpdir(), new Date('2027-11-14T22:00:00Z'))).toBe(null);
  });
});
