import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wireItem } from '../../src/digest/feeds/test-feeds.ts';
import { formatItemFile } from '../../src/store/item-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-full-disk-'));
const disk = join(folder, 'disk');
mkdirSync(disk);
const mount = (size: string, ...more: string[]) =>
  spawnSync('mount', [
    ...more,
    '-t',
    'tmpfs',
    '-o',
    `${more.length > 0 ? 'remount,' : ''}size=${size}`,
    'tmpfs',
    disk,
  ]).status === 0;
const canMount = mount('200m');

const { name, day, ...stored } = wireItem;
const build = () =>
  spawnSync(
    process.execPath,
    [
      'scripts/build.ts',
      '--config',
      join(folder, 'digest.yaml'),
      '--content',
      join(folder, 'content'),
    ].concat(['--out', join(disk, 'dist')]),
    { encoding: 'utf8' },
  );

beforeAll(() => {
  const items = join(folder, 'content/items', day.replaceAll('-', '/'));
  mkdirSync(items, { recursive: true });
  writeFileSync(join(items, `${name}.md`), formatItemFile(stored, '<p>Text.</p>\n'));
  writeFileSync(
    join(folder, 'digest.yaml'),
    'site: {title: Paper, url: "https://paper.example/"}\nfeeds: [{id: wire, url: "https://wire.example/"}]\n',
  );
});
afterAll(() => {
  if (canMount) spawnSync('umount', [disk]);
  rmSync(folder, { recursive: true, force: true });
});

const site = () =>
  new Map(
    readdirSync(join(disk, 'dist'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path, readFileSync(path).toString('base64')]),
  );

describe.runIf(canMount)('a build into a full disk', () => {
  test('leaves the site as it is, says so, and succeeds once there is room', { timeout: 300_000 }, () => {
    expect(build().status).toBe(0);
    const before = site();
    const kilobytes = Number(spawnSync('du', ['-sk', disk], { encoding: 'utf8' }).stdout.split('\t')[0]);
    writeFileSync(
      join(folder, 'digest.yaml'),
      readFileSync(join(folder, 'digest.yaml'), 'utf8').replace('Paper', 'Journal'),
    );
    expect(mount(`${Math.ceil(kilobytes * 1.3)}k`, '-o', 'remount')).toBe(true);
    const full = build();
    expect(full.status).toBe(1);
    expect(full.stderr).toContain('the disk is full');
    expect(site()).toEqual(before);
    expect(mount('200m', '-o', 'remount')).toBe(true);
    expect(build().status).toBe(0);
    expect(readFileSync(join(disk, 'dist/index.html'), 'utf8')).toContain('Journal');
  });
});
