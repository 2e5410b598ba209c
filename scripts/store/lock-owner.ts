import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/** A process, so that no later one with the same number is taken for it. */
export interface LockOwner {
  pid: number;
  /** The host, its boot and the space of process ids where `pid` means something. */
  machine: string;
  /** When the process started, in ticks since the boot; null where the system does not tell. */
  startedAt: string | null;
}

export async function thisProcess(): Promise<LockOwner> {
  const { pid } = process;
  return { pid, machine: await thisMachine(), startedAt: await startOf(pid) };
}

/** Whether a process still runs; null when that cannot be told from here. */
export async function isRunning({ pid, machine, startedAt }: LockOwner): Promise<boolean | null> {
  if (machine !== (await thisMachine())) return null;
  if (!exists(pid)) return false;
  const started = await startOf(pid);
  return started === null || startedAt === null ? null : started === startedAt;
}

/** On Linux with the boot and the namespace of process ids, which differ between containers of one name. */
async function thisMachine(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const space = await readlink('/proc/self/ns/pid').catch(() => '');
  return [hostname(), boot.trim(), space].filter(Boolean).join(' ');
}

/** The 22nd field of `/proc/PID/stat` (proc_pid_stat(5)); the second, a name in brackets, may hold blanks. */
async function startOf(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
