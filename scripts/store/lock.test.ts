import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lockFolder } from './lock.ts';
import { thisProcess } from './lock-owner.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const id = '00000000-0000-4000-8000-000000000000';
async function leaveLock(owner: unknown): Promise<void> {
  await mkdir(join(folder, '.lock'));
  await writeFile(join(folder, '.lock', 'owner'), JSON.stringify(owner));
}
const deadPid = 2 ** 22 + 1;

/** What killed programs leave, by what leaves it. */
const stale: [string, () => Promise<void>][] = [
  ['no lock', async () => {}],
  ['an empty file', () => writeFile(join(folder, '.lock'), '')],
  ['a file with a living process', () => writeFile(join(folder, '.lock'), String(process.pid))],
  ['an empty folder', async () => void (await mkdir(join(folder, '.lock')))],
  ['half an owner', () => leaveLock({ id })],
  ['an ended process', async () => leaveLock({ ...(await thisProcess()), id, pid: deadPid })],
  [
    'an earlier process of that number',
    async () => leaveLock({ ...(await thisProcess()), id, startedAt: '1' }),
  ],
];

describe('lockFolder', () => {
  test.each(stale)('takes the lock over %s', async (_, leave) => {
    await leave();
    const lock = await lockFolder(folder, 0, () => {});
    expect(lock).not.toBeNull();
    expect(await lockFolder(folder, 0, () => {})).toBeNull();
    await lock?.release();
    expect(await readdir(folder)).not.toContain('.lock');
  });

  test('names the process it waits for, and gets the lock when that ends', async () => {
    const first = await lockFolder(folder, 0, () => {});
    const waited: number[] = [];
    const second = lockFolder(folder, 5000, (pid) => {
      waited.push(pid);
      void first?.release();
    });
    expect(await second).not.toBeNull();
    expect(waited).toEqual([process.pid]);
  });

  test('believes an owner elsewhere as long as it renews its lock', async () => {
    await leaveLock({ ...(await thisProcess()), id, machine: 'another machine' });
    expect(await lockFolder(folder, 300, () => {}, 1000)).toBeNull();
    expect(await lockFolder(folder, 5000, () => {}, 1000)).not.toBeNull();
  });
});

describe('four who start at the same time', () => {
  let starters: ChildProcess[];
  beforeAll(async () => {
    const program = fileURLToPath(new URL('lock-starter.ts', import.meta.url));
    starters = Array.from({ length: 4 }, () => fork(program, { execArgv: [] }));
    await Promise.all(starters.map((starter) => once(starter, 'message')));
  });
  afterAll(() => {
    for (const starter of starters) starter.kill();
  });
  const tell = async (message: unknown) => {
    const answers = starters.map((starter) => once(starter, 'message'));
    for (const starter of starters) starter.send(message as object);
    return (await Promise.all(answers)).map(([answer]) => answer);
  };

  test.each(stale)(
    'are one holder and three who wait, twenty times over %s',
    { timeout: 60_000 },
    async (_, leave) => {
      for (let round = 0; round < 20; round++) {
        await leave();
        const held = await tell({ folder });
        expect(held.sort()).toEqual(['busy', 'busy', 'busy', 'held']);
        await tell('release');
      }
    },
  );
});
