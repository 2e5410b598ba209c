import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../scripts/build/build-site.ts';
import type { BuildOptions } from '../../scripts/build/command.ts';
import { planSite } from '../../scripts/build/plan-site.ts';
import { loadConfig } from '../../scripts/config/load-config.ts';
import type { Config } from '../../src/config/schema.ts';
import { formatItemFile } from '../../src/store/item-file.ts';
import { dayFolder } from '../../src/store/item-path.ts';
import type { PlacedItem } from '../../src/store/stored-item.ts';
import { inventedItems } from '../browser/invented-items.ts';

/** Compares a paper that grows night after night in one folder with the same paper built at once in an empty one. */

const head = `site: { title: 海岸, url: "https://paper.example/", feedItems: 4 }
feeds:
  - { id: coast, url: "https://coast.example/feed", topics: [world] }
  - { id: hills, url: "https://hills.example/feed", title: 山地 }
  - { id: harbour, url: "https://harbour.example/feed", topics: [science] }
  - { id: sahil, url: "https://sahil.example/feed", language: ar }
`;
const keeping = head.replace('site: {', 'site: { retention: 2,');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-volumes-'));
  await mkdir(join(folder, 'content', 'items'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function store(items: readonly { item: PlacedItem; body: string }[]): Promise<void> {
  for (const { item, body } of items) {
    const { day, name, ...stored } = item;
    const file = join(folder, 'content', 'items', dayFolder(day), `${name}.md`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, formatItemFile(stored, body));
  }
}

async function loaded(text: string): Promise<Config> {
  const file = join(folder, 'digest.yaml');
  await writeFile(file, text);
  const { config, problems } = await loadConfig(file);
  if (config === null) throw new Error(problems);
  return config;
}

const optionsFor = (out: string): BuildOptions => ({
  config: join(folder, 'digest.yaml'),
  content: join(folder, 'content'),
  out: join(folder, out),
});

/** Builds the stored paper into `out` and returns the months that were built. */
async function build(out: string, text: string, volumes?: BuildOptions['volumes']): Promise<string[]> {
  const { failure, plan } = await buildSite(
    { ...optionsFor(out), volumes: volumes ?? null },
    await loaded(text),
  );
  expect(failure).toBe(null);
  return plan.stale;
}

/** The months that a build of the site in `nightly` would build. */
async function wouldBuild(text = head): Promise<string[]> {
  return (await planSite(optionsFor('nightly'), await loaded(text), 'https://paper.example/')).stale;
}

/** The digest of every file of a site, by its path. */
async function filesOf(out: string): Promise<Record<string, string>> {
  const root = join(folder, out);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  const digest = async (path: string) =>
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  return Object.fromEntries(
    await Promise.all(
      paths.sort().map(async (path) => [path.slice(root.length + 1), await digest(path)] as const),
    ),
  );
}

const pathsOf = async (out: string) => Object.keys(await filesOf(out));
const itemsOn = (day: string) => join(folder, 'content', 'items', dayFolder(day));

describe('a paper built night after night', { timeout: 240_000 }, () => {
  test('builds only the months that a pull, an edit or a neighbouring month changes', async () => {
    await store([...inventedItems('2026-08-30', 3), ...inventedItems('2026-08-31', 4)]);
    await store([...inventedItems('2026-09-01', 6), ...inventedItems('2026-09-28', 4)]);
    expect(await build('nightly', head)).toEqual(['2026-08', '2026-09']);
    expect(await wouldBuild()).toEqual([]);

    // On the first night of a month the last edition of the month before gets a link to the next one.
    await store([...inventedItems('2026-09-30', 5), ...inventedItems('2026-10-01', 6)]);
    expect(await wouldBuild()).toEqual(['2026-09', '2026-10']);
    expect(await build('nightly', head)).toEqual(['2026-09', '2026-10']);

    const [name = ''] = (await readdir(itemsOn('2026-08-30'))).sort();
    const file = join(itemsOn('2026-08-30'), name);
    const text = await readFile(file, 'utf8');
    await utimes(file, new Date(), new Date());
    expect(await wouldBuild()).toEqual([]);
    await writeFile(file, text.replace(/^title: "/m, 'title: "更正：'));
    expect(await wouldBuild()).toEqual(['2026-08']);
    await writeFile(file, text);

    // Stories of the first day continue those of the last day of the month before.
    const [eve = ''] = (await readdir(itemsOn('2026-09-30'))).sort();
    await rm(join(itemsOn('2026-09-30'), eve));
    expect(await wouldBuild()).toEqual(['2026-09', '2026-10']);
  });

  test('builds only the months that show a change of digest.yaml', async () => {
    await build('nightly', head);
    expect(await wouldBuild(head.replace('title: 海岸', 'title: 海岸报'))).toEqual([
      ...['2026-08', '2026-09', '2026-10'],
    ]);
    expect(
      await wouldBuild(`${head}  - { id: isle, url: "https://isle.example/feed", title: 岛 }\n`),
    ).toEqual([]);
    expect(await wouldBuild(head.replace('id: coast,', 'id: coast, note: 每天, maxItems: 9,'))).toEqual([]);
    const [item = ''] = (await readdir(itemsOn('2026-08-30'))).sort();
    const page = `https://paper.example/2026/08/30/${item.replace('.md', '/')}`;
    expect(await wouldBuild(head.replace('feeds:', `remove: ["${page}"]\nfeeds:`))).toEqual(['2026-08']);
    expect(await wouldBuild(head.replace('feeds:', 'mute: [没有人写过的话]\nfeeds:'))).toEqual([]);
  });

  test('is byte-identical to a paper built at once in an empty folder', async () => {
    await store([...inventedItems('2026-10-02', 12), ...inventedItems('2026-10-03', 4)]);
    await rm(itemsOn('2026-08-31'), { recursive: true });
    const config = `${head}  - { id: isle, url: "https://isle.example/feed", title: 岛 }\n`;
    expect(await build('nightly', config)).toEqual(['2026-08', '2026-09', '2026-10']);
    await build('cold', config);
    const files = await filesOf('cold');
    expect(Object.keys(files)).toContain('2026/09/rss.xml');
    expect(await filesOf('nightly')).toEqual(files);
  });

  test('removes months without items, and pages older than the retention', async () => {
    await rm(dirname(itemsOn('2026-08-30')), { recursive: true });
    await store(inventedItems('2026-11-01', 3));
    await build('nightly', keeping);
    const paths = await pathsOf('nightly');
    expect(paths.filter((path) => path.startsWith('2026/08/'))).toEqual([]);
    expect(paths.filter((path) => /^2026\/09\/\d\d\/[a-z-]+-\d/.test(path))).toEqual([]);
    expect(paths).toContain('2026/09/30/index.html');
    const edition = await readFile(join(folder, 'nightly', '2026/09/30/index.html'), 'utf8');
    expect(edition).toMatch(/<a href="https:\/\/[a-z]+\.example\//);
    expect(edition).not.toMatch(/href="\/2026\/09\/30\/[a-z]/);
  });

  test('is assembled from months that were built elsewhere', async () => {
    await build('one', keeping, { from: '2026-09', to: '2026-10' });
    await build('other', keeping, { from: '2026-11', to: '2026-12' });
    for (const runner of ['one', 'other'])
      await cp(join(folder, runner), join(folder, 'merged'), { recursive: true });
    expect(await build('merged', keeping)).toEqual([]);
    expect(await filesOf('merged')).toEqual(await filesOf('nightly'));
  });
});
