import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { customStyles } from '../../src/paper/environment.ts';
import { readWhatRuns } from '../imports/graph.ts';
import { project } from './project.ts';

/**
 * What turns stored items into pages and search indexes: the pages, what Astro looks for beside them, and the writer
 * of the indexes. All that these import renders too, and nothing else does.
 */
const entries = [
  'astro.config.mjs',
  'scripts/build/astro-process.ts',
  'src/content.config.ts',
  'src/middleware.ts',
  'src/paper/search/search-index.ts',
];

/** Read by the bundler, and imported by nothing. */
const settings = ['tsconfig.json'];

/** Every file that renders, with its bytes, by its path in the project. */
export async function renderingFiles(folder: string): Promise<Map<string, Buffer>> {
  const pages = await Array.fromAsync(glob('src/pages/**/*.*', { cwd: folder }));
  const files = await readWhatRuns(folder, [
    ...entries,
    ...pages.map((file) => file.replaceAll('\\', '/')).sort(),
  ]);
  for (const file of settings) files.set(file, await readFile(join(folder, file)));
  return files;
}

/**
 * A digest of all that turns stored items into pages: programs, styles, words, and the packages that they run on.
 * `styles` is the path of the owner's own style sheet, null for none.
 */
export async function rendererDigest(
  folder: string = project,
  styles: string | null = customStyles(),
): Promise<string> {
  const own = styles === null ? [] : await readWhatRuns(dirname(styles), [basename(styles)]);
  const digest = createHash('sha256').update(await installedPackages(folder));
  for (const [file, bytes] of [...(await renderingFiles(folder)), ...own])
    digest.update(`${file}\0${bytes.length}\0`).update(bytes);
  return digest.digest('hex');
}

/** The packages that a paper runs on, with their versions and checksums; not those that only tests and checks use. */
async function installedPackages(folder: string): Promise<string> {
  const lock = JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; version?: string; integrity?: string }>;
  };
  return JSON.stringify(
    Object.entries(lock.packages)
      .filter(([path, { dev }]) => path !== '' && !dev)
      .map(([path, { version, integrity }]) => [path, version, integrity]),
  );
}
