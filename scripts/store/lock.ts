import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, type LockOwner, thisProcess } from './lock-owner.ts';
import { writeWhole } from './write-whole.ts';

export interface Lock {
  release: () => Promise<void>;
}

const ownerFile = 'owner';
/** How often a holder renews its lock, and how long a waiter watches a lock whose owner it cannot look up. */
const renewMs = 2000;
const silentAfterMs = 15_000;
const pollMs = 200;
/** What killed programs left beside a lock is removed after this time. */
const leftoverMs = 3_600_000;

/**
 * Lets one process at a time write a folder. Waits up to `waitMs` for another one, after calling `onWait` once with its
 * process id; then gives null.
 *
 * The lock is a folder `.lock` with a file that names its owner. It comes into being by renaming, whole. A lock whose
 * owner has ended, or that names none, is renamed aside: to a name of its own, which stays taken, so that of
 * several who found the same dead lock one moves it and none moves the lock that came after. An owner on another machine
 * or in another container counts as ended when it has not renewed its lock for `silentMs` (15 seconds).
 */
export async function lockFolder(
  folder: string,
  waitMs: number,
  onWait: (pid: number) => void,
  silentMs = silentAfterMs,
): Promise<Lock | null> {
  const place = join(folder, '.lock');
  const deadline = performance.now() + waitMs;
  const judge = watchLock(silentMs);
  let told = false;
  for (;;) {
    await mkdir(folder, { recursive: true });
    const id = await take(folder, place);
    if (id !== null) return hold(folder, place, id);
    const found = await readLock(place);
    if (found === null) continue;
    const verdict = await judge(found);
    if (verdict === 'stale') await moveAside(place, found.stamp);
    if (verdict === 'unsure') await sleep(pollMs);
    if (verdict !== 'held') continue;
    if (!told) onWait(found.owner?.pid ?? 0);
    told = true;
    if (performance.now() >= deadline) return null;
    await sleep(pollMs);
  }
}

/** A lock as it was found; `owner` is null when it names none. */
interface FoundLock {
  /** The one its owner gave it; '' when it names none. */
  id: string;
  /** Tells it from every other lock that is or was here, even from a copy of itself. */
  stamp: string;
  owner: LockOwner | null;
  renewedAt: number;
}

/** Makes a lock beside its place and moves it there: its id, or null when there is one already. */
async function take(folder: string, place: string): Promise<string | null> {
  const id = randomUUID();
  const made = join(folder, `.lock.new-${id}`);
  try {
    await mkdir(made);
    await writeWhole(join(made, ownerFile), JSON.stringify({ id, ...(await thisProcess()) }));
    // A folder is never renamed onto one that holds a file, nor onto a file.
    await rename(made, place);
    return id;
  } catch (error) {
    await rm(made, { recursive: true, force: true });
    if (isTaken(error)) return null;
    throw error;
  }
}

async function hold(folder: string, place: string, id: string): Promise<Lock> {
  await sweep(folder);
  const renewal = setInterval(() => {
    const now = new Date();
    utimes(join(place, ownerFile), now, now).catch(() => {});
  }, renewMs);
  renewal.unref();
  const release = async () => {
    clearInterval(renewal);
    if ((await readLock(place))?.id !== id) return;
    // In one step: a lock without its owner would count as a dead one.
    const gone = join(folder, `.lock.new-${id}`);
    await rename(place, gone);
    await rm(gone, { recursive: true, force: true });
  };
  return { release };
}

/** Null when there is no lock any more. */
async function readLock(place: string): Promise<FoundLock | null> {
  const found = await stat(place).catch(() => null);
  if (found === null) return null;
  const file = join(place, ownerFile);
  try {
    const { id, pid, machine, startedAt } = JSON.parse(await readFile(file, 'utf8'));
    if (typeof id === 'string' && Number.isInteger(pid) && pid > 0)
      return {
        id,
        stamp: stampOf(found),
        owner: { pid, machine, startedAt },
        renewedAt: (await stat(file)).mtimeMs,
      };
  } catch {
    // Left by a full disk, by hand, or by an earlier version, whose lock was a file.
  }
  return { id: '', stamp: stampOf(found), owner: null, renewedAt: found.mtimeMs };
}

/**
 * Judges one lock after another, and remembers the last: of one whose owner cannot be looked up, whether it is renewed;
 * of one without an owner, whether it was only just being taken away.
 */
function watchLock(silentMs: number) {
  let last = { stamp: '', renewedAt: 0, since: 0 };
  return async ({ stamp, owner, renewedAt }: FoundLock): Promise<'stale' | 'unsure' | 'held'> => {
    const running = owner === null ? null : await isRunning(owner);
    if (running !== null) return running ? 'held' : 'stale';
    const isSame = last.stamp === stamp && last.renewedAt === renewedAt;
    if (!isSame) last = { stamp, renewedAt, since: performance.now() };
    if (owner === null) return isSame ? 'stale' : 'unsure';
    return performance.now() - last.since >= silentMs ? 'stale' : 'held';
  };
}

async function moveAside(place: string, stamp: string): Promise<void> {
  try {
    await rename(place, `${place}.stale-${stamp}`);
  } catch (error) {
    const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (!isGone && !isTaken(error)) throw error;
  }
}

/** The inode is not used again as long as the folder is there, under whatever name. */
function stampOf({ ino, birthtimeMs }: Stats): string {
  return `${ino}-${Math.trunc(birthtimeMs)}`;
}

/** What a rename onto another lock is answered with. */
function isTaken(error: unknown): boolean {
  const codes = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EISDIR'];
  if (process.platform === 'win32') codes.push('EPERM', 'EACCES');
  return codes.includes((error as NodeJS.ErrnoException).code ?? '');
}

/** Removes what killed programs left. By its owner only, and late: somebody may still be about to move a dead lock. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^\.lock\.(?:new|stale)-[\w-]+$/.test(name)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && Date.now() - found.ctimeMs > leftoverMs)
      await rm(path, { recursive: true, force: true });
  }
}
