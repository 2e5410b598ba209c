import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { feedStateSchema } from '../../../src/store/feed-state.ts';
import { checkouts, take } from './checkouts.ts';
import { writeRepository } from './repository.ts';
import { type Night, nights } from './year.ts';

let folder: string;
let repository: string;
const [first, second, next] = [...nights(3)] as [Night, Night, Night];
const git = (...args: string[]) => execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8' });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-history-'));
  repository = join(folder, 'paper.git');
  await writeRepository(repository, [first, second], () => {});
});
afterAll(() => rm(folder, { recursive: true }));

test('commits every night its three hundred articles and the states of ten feeds', () => {
  expect(git('log', '--format=%s', 'main')).toBe('Pull of 2024-01-02\nPull of 2024-01-01\n');
  expect(git('ls-tree', '-r', '--name-only', 'main').trim().split('\n')).toHaveLength(610);
  const state = first.files.at(-1);
  expect(feedStateSchema.safeParse(JSON.parse(state?.text ?? '')).error).toBeUndefined();
  expect(git('show', `main~1:src/content/${state?.path}`)).toBe(state?.text);
});

test('checks out and commits a night more in every way', async () => {
  for (const [index, checkout] of checkouts.entries()) {
    const taken = await take(checkout, repository, join(folder, `checkout-${index}`), '2024-01-02', next);
    expect(taken.files).toBe(610);
    expect(taken.history).toBeGreaterThan(100_000);
  }
});
