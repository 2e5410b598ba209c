import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWorkshop } from './workshop.ts';

let builds: string;
beforeEach(async () => {
  builds = await mkdtemp(join(tmpdir(), 'broadsheet-builds-'));
});
afterEach(() => rm(builds, { recursive: true, force: true }));

const open = (out: string, waitMs = 0, onWait = (_: number) => {}) =>
  openWorkshop(out, onWait, builds, waitMs);
const kinds = async () =>
  (await readdir(builds, { recursive: true })).map((path) => path.replace(/.*\//, ''));

describe('openWorkshop', () => {
  test('makes the second build of a site wait, and not one of another site', async () => {
    const first = await open('/paper/dist');
    expect(await open('/paper/dist')).toBeNull();
    const other = await open('/other/dist');
    expect(other).not.toBeNull();
    const waited: number[] = [];
    const second = open('/paper/dist', 5000, (pid) => {
      waited.push(pid);
      void first?.close();
    });
    expect((await second)?.folder).toBe(first?.folder);
    expect(waited).toEqual([process.pid]);
  });

  test('removes what killed builds left, also of other sites and of earlier versions', async () => {
    for (const out of ['/paper/dist', '/other/dist']) {
      const left = await open(out);
      await writeFile(join(left?.folder ?? '', 'page.html'), 'half');
      // A killed build never closes: its process is gone, and its lock with it.
      await rm(join(left?.folder ?? '', '..', '.lock'), { recursive: true });
    }
    await mkdir(join(builds, '4711-mabcdef'));
    await utimes(join(builds, '4711-mabcdef'), 1, 1);
    await (await open('/third/dist'))?.close();
    expect(await kinds()).not.toContain('page.html');
    expect(await kinds()).not.toContain('4711-mabcdef');
  });

  test('leaves alone what another build is making', async () => {
    const first = await open('/paper/dist');
    await writeFile(join(first?.folder ?? '', 'page.html'), 'whole');
    await (await open('/other/dist'))?.close();
    expect(await kinds()).toContain('page.html');
  });
});
