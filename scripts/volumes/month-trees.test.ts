import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testConfig, testItem } from '../../src/paper/test-paper.ts';
import { formatItemFile } from '../../src/store/item-file.ts';
import { isCheckedOut, readMonthTrees } from './month-trees.ts';
import { refreshVolumes } from './refresh-volumes.ts';

let folder: string;
let content: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'month-trees-'));
  content = join(folder, 'src/content');
});
afterEach(() => rm(folder, { recursive: true }));

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Editor', '-c', 'user.email=editor@paper.example', ...args], {
    cwd: folder,
    encoding: 'utf8',
  }).trim();
const commit = () => {
  git('add', '--all');
  git('commit', '--quiet', '-m', 'Items');
};
async function store(day: string, name: string, title = '标题') {
  const { name: _name, day: _day, ...item } = testItem({ day, name, title });
  const file = join(content, 'items', day.replaceAll('-', '/'), `${name}.md`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, formatItemFile(item, '<p>正文</p>'));
}
const digests = async () =>
  [...(await readMonthTrees(content))].map(([month, { digest, days }]) => [month, digest, ...days]);

describe('the trees of the months of a store', () => {
  beforeEach(async () => {
    await store('2026-10-31', 'coast-aaaaaaaaaaaa');
    await store('2026-11-01', 'coast-bbbbbbbbbbbb');
    await store('2026-11-02', 'hills-cccccccccccc');
  });

  test('are the same from the files and from Git', async () => {
    const looked = await digests();
    git('init', '--quiet');
    expect(await digests()).toEqual(looked);
    commit();
    expect(looked[1]?.[1]).toBe(git('rev-parse', 'HEAD:src/content/items/2026/11'));
    expect(await digests()).toEqual(looked);
  });

  test('change when a file is changed, added or deleted, before the commit', async () => {
    git('init', '--quiet');
    commit();
    const before = await digests();
    await store('2026-11-02', 'hills-cccccccccccc', '更正');
    const changed = await digests();
    expect(changed[0]).toEqual(before[0]);
    expect(changed[1]).not.toEqual(before[1]);
    commit();
    expect(await digests()).toEqual(changed);
    await rm(join(content, 'items/2026/10'), { recursive: true });
    expect((await digests()).map(([month]) => month)).toEqual(['2026-11']);
  });

  test('include a month that is not checked out', async () => {
    git('init', '--quiet');
    commit();
    const before = await digests();
    git('sparse-checkout', 'set', '--no-cone', '/*', '!/src/content/items/2026/10/');
    expect(await digests()).toEqual(before);
    expect([await isCheckedOut(content, '2026-10'), await isCheckedOut(content, '2026-11')]).toEqual([
      false,
      true,
    ]);
  });

  test('ignore the half-written files of a killed pull', async () => {
    const before = await digests();
    await writeFile(join(content, 'items/2026/11/02/hills-dddddddddddd.md.12345'), 'half');
    expect(await digests()).toEqual(before);
  });
});

describe('the records of the volumes', () => {
  const config = testConfig();

  test('are written for changed months, and deleted with deleted months', async () => {
    await store('2026-10-31', 'coast-aaaaaaaaaaaa');
    await store('2026-11-01', 'coast-bbbbbbbbbbbb');
    const first = await refreshVolumes(content, config);
    expect(first.map(({ month, days }) => [month, ...Object.keys(days)])).toEqual([
      ['2026-10', '2026-10-31'],
      ['2026-11', '2026-11-01'],
    ]);
    expect(await refreshVolumes(content, config)).toEqual(first);
    await rm(join(content, 'items/2026/10'), { recursive: true });
    await store('2026-11-03', 'coast-cccccccccccc');
    const [november, ...rest] = await refreshVolumes(content, config);
    expect(rest).toEqual([]);
    expect(Object.keys(november?.days ?? {})).toEqual(['2026-11-01', '2026-11-03']);
  });

  test('are not changed for a month that is not checked out, even when mute rules change', async () => {
    await store('2026-10-31', 'coast-aaaaaaaaaaaa', '抽奖');
    await store('2026-11-01', 'coast-bbbbbbbbbbbb');
    const before = await refreshVolumes(content, config);
    git('init', '--quiet');
    commit();
    git('sparse-checkout', 'set', '--no-cone', '/*', '!/src/content/items/2026/10/');
    const [october] = await refreshVolumes(content, { ...config, mute: ['抽奖'] });
    expect(october).toEqual(before[0]);
    git('sparse-checkout', 'disable');
    const [renewed] = await refreshVolumes(content, { ...config, mute: ['抽奖'] });
    expect([renewed?.days, renewed?.hidden]).toEqual([{}, { '2026-10-31': ['coast-aaaaaaaaaaaa'] }]);
  });
});
