import { randomInt } from 'node:crypto';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { isFull, roomHint, Stopped } from '../terminal/stopped.ts';

/** The disk, or the share of it that this user may fill, has no room for a file. */
class DiskFull extends Stopped {
  readonly code = 'ENOSPC';

  constructor(file: string, written: number, wanted: number) {
    const count = (bytes: number) => bytes.toLocaleString('en');
    super(
      `the disk is full: ${count(written)} of ${count(wanted)} bytes of ${nameOf(file)} could be written`,
      roomHint,
    );
  }
}

/** What a file is written with; tests give a disk that is full. */
export type OpenFile = (
  path: string,
  mode: number,
) => Promise<Pick<FileHandle, 'writeFile' | 'sync' | 'stat' | 'close'>>;

/**
 * Writes a file whole or not at all: beside its place, synced, compared, then renamed, so that no reader and no killed
 * program ever leaves half of it. What it replaces keeps its permissions, and a link stays a link. The file beside it
 * has a name that ends in a dot and digits.
 * @throws DiskFull, or what the file system says; the file is then as it was
 */
export async function writeWhole(
  file: string,
  data: string | Uint8Array,
  openFile: OpenFile = openNew,
): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const mode = await stat(target).then(
    (found) => found.mode & 0o777,
    () => 0o666,
  );
  const beside = `${target}.${randomInt(1e12, 1e13)}`;
  try {
    await fill(beside, typeof data === 'string' ? Buffer.from(data) : data, mode, target, openFile);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function fill(
  path: string,
  bytes: Uint8Array,
  mode: number,
  file: string,
  openFile: OpenFile,
): Promise<void> {
  const handle = await openFile(path, mode).catch((error: unknown) => {
    throw isFull(error) ? new DiskFull(file, 0, bytes.length) : error;
  });
  const written = async () => (await handle.stat()).size;
  try {
    await handle.writeFile(bytes);
    await handle.sync();
    // Some file systems report success for a part.
    if ((await written()) !== bytes.length) throw new DiskFull(file, await written(), bytes.length);
  } catch (error) {
    throw isFull(error) ? new DiskFull(file, await written(), bytes.length) : error;
  } finally {
    await handle.close();
  }
}

function openNew(path: string, mode: number): Promise<FileHandle> {
  return open(path, 'wx', mode);
}

/** The shorter of a path as given and from the folder that the program runs in. */
function nameOf(file: string): string {
  const here = relative('', file);
  return here.length < file.length ? here : file;
}
