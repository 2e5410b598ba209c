import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { runMeasured } from '../run-measured.ts';
import type { Night } from './year.ts';

/** Writes a bare repository with one commit a night, packed as a host does after a while. */
export async function writeRepository(
  folder: string,
  nights: Iterable<Night>,
  onNight: (number: number) => void,
): Promise<void> {
  await runMeasured('git', ['init', '--quiet', '--bare', '--initial-branch=main', folder]);
  await git(folder, ['config', 'uploadpack.allowFilter', 'true']);
  const child = spawn('git', ['-C', folder, 'fast-import', '--quiet'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = once(child, 'close') as Promise<[number | null]>;
  let number = 0;
  for (const night of nights) {
    number += 1;
    if (!child.stdin.write(commitOf(night))) await Promise.race([once(child.stdin, 'drain'), ended]);
    onNight(number);
  }
  child.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
  await git(folder, ['repack', '-a', '-d', '-f', '--quiet']);
}

function git(folder: string, args: string[]) {
  return runMeasured('git', ['-C', folder, ...args]);
}

function commitOf({ day, files }: Night): string {
  const when = `${Date.parse(`${day}T22:00:00Z`) / 1000} +0000`;
  const message = `Pull of ${day}`;
  const changes = files.map(
    ({ path, text }) => `M 100644 inline src/content/${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
  );
  return `commit refs/heads/main\ncommitter Bench <bench@bench.example> ${when}\ndata ${Buffer.byteLength(message)}\n${message}\n${changes.join('')}\n`;
}
