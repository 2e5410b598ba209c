import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions } from './command.ts';

/** Room for the short-lived objects of a page: with less, they are collected more often. */
const nodeOptions = ['--max-semi-space-size=32'];

const program = fileURLToPath(new URL('astro-process.ts', import.meta.url));

/**
 * Builds parts of a site (`front`, `YYYY-MM`) with Astro in a process of its own, into `folder/out`. Gives what the
 * process printed and whether it succeeded. The paths in `options` are absolute.
 */
export async function runAstro(
  parts: readonly string[],
  options: BuildOptions,
  folder: string,
): Promise<{ ok: boolean; printed: string }> {
  const child = spawn(process.execPath, [...nodeOptions, program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // A site is the same whatever started its build, a test or a dev server among them.
      NODE_ENV: 'production',
      BROADSHEET_CONFIG: options.config,
      BROADSHEET_CONTENT: options.content,
      BROADSHEET_OUT: join(folder, 'out'),
      BROADSHEET_CACHE: join(folder, 'cache'),
      BROADSHEET_PARTS: parts.join(' '),
      ASTRO_TELEMETRY_DISABLED: '1',
      // The allocator of the bundler returns unused memory at once: 100 MB while pages are rendered.
      MIMALLOC_PURGE_DELAY: '0',
    },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      printed += text;
    });
  }
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { ok: code === 0, printed };
}
