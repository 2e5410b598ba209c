import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { cpus, loadavg, totalmem, type } from 'node:os';
import { bytes } from './figures.ts';

/** The machine and the versions that the figures depend on, in one line. */
export function machineLine(): string {
  const [cpu] = cpus();
  const versions = [
    `Node ${process.versions.node}`,
    ...['astro', 'rss-parser', 'undici'].map((name) => `${name} ${versionOf(name)}`),
    firstLine('git', ['--version']).replace('version ', ''),
  ];
  const machine = `${cpus().length} × ${cpu?.model.trim() || 'processor'}, ${bytes(totalmem())}, ${type()}`;
  return [machine, ...versions.filter(Boolean)].join('; ');
}

/** How busy the machine has been in the last minute: runnable processes, on average. */
export function loadAverage(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

/** Short id of the commit that is measured, with a plus when files differ from it; '' outside of a repository. */
export function commit(): string {
  const id = firstLine('git', ['rev-parse', '--short=8', 'HEAD']);
  return id && firstLine('git', ['status', '--porcelain', '--untracked-files=no']) !== '' ? `${id}+` : id;
}

/** The first line of a command's version output; null when the command is not installed. */
export function versionLine(command: string, args: readonly string[]): string | null {
  return firstLine(command, args) || null;
}

function firstLine(command: string, args: readonly string[]): string {
  try {
    const text = execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return text.split('\n', 1)[0]?.trim() ?? '';
  } catch {
    return '';
  }
}

function versionOf(name: string): string {
  const file = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return (createRequire(import.meta.url)(file) as { version: string }).version;
}
