import { relative } from 'node:path';
import { build } from 'astro';
import { project } from '../../scripts/build/project.ts';

/** Builds the site as `scripts/build/astro-process.ts` does, and prints which files of `src/` it loaded, as JSON. */
const loaded = new Set<string>();
const recorder = {
  name: 'loaded-files',
  moduleParsed({ id }: { id: string }): void {
    loaded.add(relative(project, id.replace(/\?.*$/, '')).replaceAll('\\', '/'));
  },
};

await build({ root: project, logLevel: 'error', vite: { plugins: [recorder] } });
console.log(JSON.stringify([...loaded].filter((file) => file.startsWith('src/')).sort()));
