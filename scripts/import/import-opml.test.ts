import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importOpml } from './import-opml.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-opml-'));
  await writeFile(join(folder, 'list.opml'), opml);
});
afterEach(() => rm(folder, { recursive: true }));

const opml = `<opml version="2.0"><head><title>Mine: all</title></head><body><outline text="Coast">
  <outline text="Tide" xmlUrl="https://tide.example/rss"/><outline text="Old" type="rss"/>
  <outline text="Herald" xmlUrl="https://herald.example/"/></outline></body></opml>`;

const paper = `# mine
site: {title: A}   # short
feeds:
  - id: herald
    url: http://herald.example   # as it was
`;

const run = (dryRun: boolean) => importOpml(join(folder, 'list.opml'), join(folder, 'digest.yaml'), dryRun);
const config = () => readFile(join(folder, 'digest.yaml'), 'utf8');

test('adds the missing feeds, and only shows them in a dry run', async () => {
  await writeFile(join(folder, 'digest.yaml'), paper);
  const preview = await run(true);
  expect(preview).toMatchObject({
    code: 0,
    text: expect.stringContaining('1 feed would be added, 1 already there'),
  });
  expect(preview.text).toContain('topics: [Coast]');
  expect(preview.text).toContain('Old');
  expect(await config()).toBe(paper);
  expect(await run(false)).toMatchObject({ code: 0 });
  expect(await config()).toBe(
    `${paper}\n  - id: tide\n    title: Tide\n    url: https://tide.example/rss\n    topics: [Coast]\n`,
  );
  const again = await run(false);
  expect(again.text).toContain('0 feeds added, 2 already there');
});

test('creates a configuration when there is none', async () => {
  expect(await run(false)).toMatchObject({ code: 0 });
  expect(await config()).toMatch(/^site:\n {2}title: "Mine: all"\n\nfeeds:\n {2}- id: tide\n/);
});

test('does not change a wrong configuration, and reports what is wrong with it', async () => {
  await writeFile(join(folder, 'digest.yaml'), 'site: {}\nfeeds:\n  - id: a\n    url: https://a.example\n');
  expect(await run(false)).toMatchObject({ code: 2, text: expect.stringContaining('site.title') });
  expect(await config()).toContain('site: {}\n');
});

test('reports a file that is no list of subscriptions', async () => {
  await writeFile(join(folder, 'list.opml'), 'feeds: []');
  expect(await run(false)).toMatchObject({ code: 1 });
});
