import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeWhole } from './write-whole.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A disk that takes `room` bytes of a file, and then says so or, as some do, does not. */
const fullDisk = (room: number, says: boolean) => async (path: string) => {
  const handle = await open(path, 'wx');
  const writeFile = async (data: unknown) => {
    await handle.write((data as Uint8Array).subarray(0, room));
    if (says) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  };
  return {
    writeFile: writeFile as FileHandle['writeFile'],
    sync: () => handle.sync(),
    stat: (() => handle.stat()) as FileHandle['stat'],
    close: () => handle.close(),
  };
};

describe('writeWhole', () => {
  test.each([true, false])(
    'leaves the old file and nothing else on a full disk (which says so: %s)',
    async (says) => {
      const file = join(folder, 'wire.json');
      await writeWhole(file, 'old');
      await expect(writeWhole(file, 'x'.repeat(4854), fullDisk(4094, says))).rejects.toThrow(
        /^the disk is full: 4,094 of 4,854 bytes of .*wire\.json could be written$/,
      );
      expect(readFileSync(file, 'utf8')).toBe('old');
      expect(readdirSync(folder)).toEqual(['wire.json']);
    },
  );

  test('keeps the permissions of a file and follows a link to it', async () => {
    const file = join(folder, 'digest.yaml');
    writeFileSync(file, 'old');
    chmodSync(file, 0o640);
    symlinkSync(file, join(folder, 'link.yaml'));
    await writeWhole(join(folder, 'link.yaml'), 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(['digest.yaml', 'link.yaml']);
  });

  test('writes a file that is not there yet, and bytes', async () => {
    await writeWhole(join(folder, 'new'), Uint8Array.of(1, 2, 3));
    expect([...readFileSync(join(folder, 'new'))]).toEqual([1, 2, 3]);
  });

  const disk = mkdtempSync(join(tmpdir(), 'broadsheet-tmpfs-'));
  const canMount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', disk]).status === 0;
  if (canMount) spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });

  test.runIf(canMount)('leaves no cut file on a small disk, whatever its size', async () => {
    const small = join(folder, 'disk');
    mkdirSync(small);
    for (let kilobytes = 4; kilobytes <= 128; kilobytes += 4) {
      expect(spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', small]).status).toBe(0);
      try {
        const sizes = [4854, 9000, 33_000, 61_000];
        for (const [index, size] of sizes.entries())
          await writeWhole(join(small, `${index}`), 'x'.repeat(size)).catch((error: Error) =>
            expect(error.message).toMatch(/^the disk is full: [\d,]+ of [\d,]+ bytes of /),
          );
        for (const name of readdirSync(small))
          expect(statSync(join(small, name)).size).toBe(sizes[Number(name)]);
      } finally {
        spawnSync('umount', [small]);
      }
    }
  });
});
