import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions } from './options.ts';

const astro = fileURLToPath(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url));

/** Runs Astro over a content folder. Gives what it printed when it failed, null when all went well. */
export async function buildSite(
  options: BuildOptions,
  onOutput: (text: string) => void,
): Promise<string | null> {
  const child = spawn(process.execPath, [astro, 'build'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      BROADSHEET_CONFIG: resolve(options.config),
      BROADSHEET_CONTENT: resolve(options.content),
      BROADSHEET_OUT: resolve(options.out),
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      printed += text;
      onOutput(text);
    });
  }
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return code === 0 ? null : printed;
}
