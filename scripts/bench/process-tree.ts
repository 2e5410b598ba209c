import { readFileSync } from 'node:fs';

/** What a process and its descendants used; null where the system does not say. */
export interface TreeUsage {
  cpuSeconds: number | null;
  /** The largest peak memory of a single process, in bytes, and the name of that process. */
  peak: { bytes: number; process: string } | null;
}

export interface ProcessTree {
  stop: () => void;
  usage: () => TreeUsage;
}

const everyMs = 25;
/** Ticks of `/proc/<pid>/stat` a second, the same on every Linux that Node runs on. */
const ticksPerSecond = 100;

/**
 * Polls `/proc` for what `root` and its descendants used. The kernel keeps the peak of each process, so only the last
 * moment before a process ends is missed.
 */
export function watchProcesses(root: number | undefined): ProcessTree {
  const ticks = new Map<number, number>();
  let peak: TreeUsage['peak'] = null;
  const look = () => {
    for (const pid of processesFrom(root)) {
      ticks.set(pid, Math.max(ticks.get(pid) ?? 0, ticksOf(pid)));
      const bytes = peakOf(pid);
      if (bytes > (peak?.bytes ?? 0)) peak = { bytes, process: nameOf(pid) };
    }
  };
  const timer = setInterval(look, everyMs);
  return {
    stop: () => clearInterval(timer),
    usage: () => {
      const all = [...ticks.values()].reduce((sum, some) => sum + some, 0);
      return { cpuSeconds: peak === null ? null : all / ticksPerSecond, peak };
    },
  };
}

/** A process and its descendants; empty where there is no `/proc`. */
function processesFrom(pid: number | undefined): number[] {
  if (pid === undefined) return [];
  const children = read(`/proc/${pid}/task/${pid}/children`);
  if (children === null) return [];
  return [
    pid,
    ...children
      .split(' ')
      .filter(Boolean)
      .flatMap((child) => processesFrom(Number(child))),
  ];
}

/** Time in user and in kernel mode; the name before these fields may hold blanks, and ends in a bracket. */
function ticksOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`) ?? '';
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

function peakOf(pid: number): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1];
  return 1024 * Number(kilobytes ?? 0);
}

/** The name of its program, without the folder; Node names its first thread otherwise. */
function nameOf(pid: number): string {
  const command = read(`/proc/${pid}/cmdline`)?.split('\0', 1)[0] ?? '';
  return command.slice(command.lastIndexOf('/') + 1);
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
