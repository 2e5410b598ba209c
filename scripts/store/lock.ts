import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Lock {
  release: () => Promise<void>;
}

/**
 * Lets one process at a time write a content folder. Waits up to `waitMs` for another one, after calling `onWait` once
 * with its process id; then gives null. Takes over the lock of a killed process.
 */
export async function lockStore(
  content: string,
  waitMs: number,
  onWait: (pid: number) => void,
): Promise<Lock | null> {
  await mkdir(content, { recursive: true });
  const file = join(content, '.lock');
  const deadline = Date.now() + waitMs;
  let told = false;
  for (;;) {
    if (await take(file)) return { release: () => rm(file, { force: true }) };
    const owner = await ownerOf(file);
    if (owner !== null && !isAlive(owner)) {
      await rm(file, { force: true });
      continue;
    }
    if (!told) onWait(owner ?? 0);
    told = true;
    if (Date.now() >= deadline) return null;
    await sleep(200);
  }
}

async function take(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The process id in the lock; null while its owner is still writing it. */
async function ownerOf(file: string): Promise<number | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const pid = Number(text);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
