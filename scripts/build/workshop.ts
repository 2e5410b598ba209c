import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { lockFolder } from '../store/lock.ts';
import { project } from './project.ts';

/** Where one build makes the parts of a site before they are moved into place. */
export interface Workshop {
  folder: string;
  /** Removes all of it, and lets the next build of the site begin. */
  close: () => Promise<void>;
}

const buildsFolder = join(project, '.cache', 'builds');
const lockWaitMs = 30 * 60_000;

/**
 * Opens the workshop of the site in `out`, after any other build of it has ended, and removes what killed builds left.
 * Null when the other build does not end; `onWait` gets its process id, once.
 */
export async function openWorkshop(
  out: string,
  onWait: (pid: number) => void,
  builds = buildsFolder,
  waitMs = lockWaitMs,
): Promise<Workshop | null> {
  const name = `site-${createHash('sha256').update(out).digest('hex').slice(0, 12)}`;
  const lock = await lockFolder(join(builds, name), waitMs, onWait);
  if (lock === null) return null;
  await sweep(builds, name);
  const folder = join(builds, name, 'parts');
  await mkdir(folder, { recursive: true });
  const close = async () => {
    await rm(folder, { recursive: true, force: true });
    await lock.release();
  };
  return { folder, close };
}

/** Removes the parts of killed builds: of this site, of others that no build holds, and of earlier versions. */
async function sweep(builds: string, own: string): Promise<void> {
  await rm(join(builds, own, 'parts'), { recursive: true, force: true });
  for (const name of await readdir(builds)) {
    const path = join(builds, name);
    if (/^\d+-[0-9a-z]+$/.test(name)) await removeOld(path);
    if (name === own || !name.startsWith('site-')) continue;
    const lock = await lockFolder(path, 0, () => {});
    if (lock === null) continue;
    await rm(join(path, 'parts'), { recursive: true, force: true });
    await lock.release();
  }
}

/** Earlier versions took no lock: what is a day old belongs to no build that still runs. */
async function removeOld(path: string): Promise<void> {
  const { mtimeMs } = await stat(path);
  if (Date.now() - mtimeMs > 86_400_000) await rm(path, { recursive: true, force: true });
}
