import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A command in `scripts/`, and its options. */
export type Step = [script: string, ...options: string[]];

/** Runs commands one after another, each in a process of its own, up to the first that fails. Gives its exit code, else 0. */
export function runSteps(steps: readonly Step[]): number {
  for (const [script, ...options] of steps) {
    const file = fileURLToPath(new URL(`../${script}`, import.meta.url));
    const { status } = spawnSync(process.execPath, [file, ...options], { stdio: 'inherit' });
    if (status !== 0) return status ?? 1;
  }
  return 0;
}
