import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { project } from './project.ts';

/** What renders a site: programs, style sheets, words, and the packages they use. */
const sources = ['src/**/*.{ts,js,mjs,astro,css,json}', 'astro.config.mjs', 'package-lock.json'];

/** Files below `src` that render nothing. */
const idle = /^src\/content\/|\.test\.ts$|\/fixtures\//;

/** A digest of all that turns stored items into pages. */
export async function rendererDigest(): Promise<string> {
  const files = (
    await Array.fromAsync(glob(sources, { cwd: project, exclude: (name) => name === 'content' }))
  )
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !idle.test(file))
    .sort();
  const digest = createHash('sha256');
  for (const file of files)
    digest
      .update(`${file}\0`)
      .update(await readFile(join(project, file)))
      .update('\0');
  return digest.digest('hex');
}
