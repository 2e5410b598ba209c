import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../scripts/build/build-site.ts';
import { loadConfig } from '../../scripts/config/load-config.ts';
import { startServer, type TestServer } from '../../scripts/fetch/fault-server.ts';
import { pullPaper } from '../../scripts/pull/pull-paper.ts';
import type { Config } from '../../src/config/schema.ts';
import { liveDocument, openArchivedFeed } from '../../src/paper/feeds/archived.ts';
import { makePaper } from '../../src/paper/make-paper.ts';
import { movedPages } from '../../src/paper/moved-pages.ts';
import { readBody, readItems, readMoved, readPress, readStates } from '../../src/paper/read-content.ts';
import { hour, nightAt, simulatedFeeds, simulatedMonth } from './simulated-feeds.ts';

/**
 * Thirty nights of twelve feeds with all that goes wrong in a month. After each run a subscriber polls the feed of
 * everything, and every address that the paper has is written down.
 */

const site = 'https://paper.example/';
const world = simulatedMonth();
let server: TestServer;
let folder: string;
const content = () => join(folder, 'src/content');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-simulated-'));
  server = await startServer(world.handlers);
  git('init', '--quiet', '--initial-branch=main');
  await writeFile(join(folder, '.gitignore'), '.cache/\n.lock\n/site/\n/cold/\n');
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

function git(...args: string[]): string {
  return execFileSync('git', ['-c', 'user.name=E', '-c', 'user.email=e@paper.example', ...args], {
    cwd: folder,
    stdio: 'pipe',
    encoding: 'utf8',
  });
}

/** digest.yaml as its owner has it on a night. */
async function configOn(night: number): Promise<Config> {
  const lines = simulatedFeeds.flatMap(({ id, path }) => {
    if (id === 'leaving' && night >= 20) return [];
    const url = server.url(path === undefined ? `/${id}` : path(night >= 12 ? night : 1));
    const name = id === 'oldname' && night >= 21 ? 'newname' : id;
    const more = id === 'crowd' ? ', maxItems: 20' : id === 'leaving' ? ', republish: excerpt' : '';
    return [`  - {id: ${name}, url: "${url}"${more}}`];
  });
  const [zone, press] = night < 23 ? ['Europe/Berlin', '05:30'] : ['Asia/Tokyo', '06:30'];
  const text = `site: {title: Month, language: en, timeZone: ${zone}, pressTime: '${press}', url: "${site}", feedItems: 30}
pull: {allowPrivateHosts: ["${server.host}"], failWhen: 1}
feeds:
${lines.join('\n')}
`;
  await writeFile(join(folder, 'digest.yaml'), text);
  const { config, problems } = await loadConfig(join(folder, 'digest.yaml'));
  if (config === null) throw new Error(problems);
  return config;
}

async function pull(night: number, late = 0): Promise<void> {
  world.night = night;
  world.now = nightAt(night) + late;
  const quiet = { siteUrl: site, force: true, onFeed: () => {}, onWait: () => {} };
  const config = await configOn(night);
  const report = await pullPaper({ ...quiet, config, content: content(), now: new Date(world.now) });
  expect(report?.failed, `night ${night}`).toBe(false);
}

function commit(night: number): void {
  git('add', '--all', 'src/content');
  git('commit', '--quiet', '--allow-empty', '-m', `Night ${night}`);
  git('tag', `night-${night}`);
}

/** What readers have seen: guids by the code of the article, and addresses of pages. */
const seen = new Map<string, Set<string>>();
const published = new Set<string>();
/** Codes and addresses of what was deleted by hand. */
const deleted = { codes: new Set<string>(), addresses: new Set<string>() };

const codeOf = (title: string) => /[A-Z]+\d+X/.exec(title)?.[0] ?? title;

/** What a subscriber and a visitor see after the run of a night. */
async function look(night: number): Promise<void> {
  const config = await configOn(night);
  const [{ items }, { states }, press, moved] = await Promise.all([
    readItems(content()),
    readStates(content()),
    readPress(content()),
    readMoved(content()),
  ]);
  const paper = makePaper(items, states, config, site, undefined, undefined, press, moved);
  const feed = await openArchivedFeed(paper, (item) => readBody(content(), item));
  const { entries } = liveDocument(paper, feed);
  expect(new Set(entries.map(({ guid }) => guid)).size).toBe(entries.length);
  for (const { title, guid } of entries) {
    const guids = seen.get(codeOf(title)) ?? new Set();
    seen.set(codeOf(title), guids.add(guid));
  }
  for (const item of items) published.add(paper.links.item(item));
  for (const { day, name } of movedPages(paper)) published.add(paper.links.item({ day, name }));
}

const build = async (out: string, night: number) =>
  expect(
    (
      await buildSite(
        { config: join(folder, 'digest.yaml'), content: content(), out: join(folder, out), volumes: null },
        await configOn(night),
      )
    ).failure,
  ).toBeNull();

async function digestsOf(out: string): Promise<Record<string, string>> {
  const root = join(folder, out);
  const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter((file) =>
    file.isFile(),
  );
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  const digest = async (path: string) =>
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path.slice(root.length), await digest(path)] as const)),
  );
}

/** Edits the headline of one stored article and deletes two others, of editions that went to press long ago. */
async function editByHand(): Promise<void> {
  const { items } = await readItems(content());
  const old = items.filter(({ feed, day }) => feed === 'coast' && day < '2026-10-20');
  const fileOf = ({ day, name }: { day: string; name: string }) =>
    join(content(), 'items', day.replaceAll('-', '/'), `${name}.md`);
  const [edited, ...others] = old;
  if (edited === undefined) throw new Error('nothing to edit');
  const text = await readFile(fileOf(edited), 'utf8');
  await writeFile(fileOf(edited), text.replace(/^title: "/m, 'title: "By hand: '));
  for (const item of others.slice(0, 2)) {
    await rm(fileOf(item));
    deleted.codes.add(codeOf(item.title));
    deleted.addresses.add(`/${item.day.replaceAll('-', '/')}/${item.name}/`);
  }
}

/** Puts the content folder back to what it was after the run of a night, in a new commit. */
async function restore(night: number): Promise<void> {
  await rm(content(), { recursive: true });
  git('checkout', `night-${night}`, '--', 'src/content');
  await mkdir(content(), { recursive: true });
}

describe('a simulated month', { timeout: 300_000 }, () => {
  test('shows each article exactly once to a subscriber who polls once a night', async () => {
    for (let night = 1; night <= 30; night += 1) {
      if (night === 17) continue;
      if (night === 24) await rm(join(content(), '.cache'), { recursive: true });
      if (night === 25) await editByHand();
      if (night === 28) await restore(26);
      await pull(night);
      if (night === 18) await pull(night, hour);
      commit(night);
      await look(night);
      if (night === 26) await build('site', night);
    }
    const once = [...seen].filter(([, guids]) => guids.size !== 1).map(([code]) => code);
    expect(once).toEqual([]);
    const missed = [...world.served].filter((code) => !seen.has(code));
    expect(missed).toEqual([]);
    expect(seen.size).toBe(world.served.size);
    expect(seen.size).toBeGreaterThan(800);
  });

  test('keeps every address that was ever published, but those that were deleted by hand', async () => {
    await build('site', 30);
    const gone = [...published].filter((path) => !existsSync(join(folder, 'site', path, 'index.html')));
    expect(gone.sort()).toEqual([...deleted.addresses].sort());
    expect(deleted.addresses.size).toBe(2);
  });

  test('is the same to the byte when it is built at once in an empty folder', async () => {
    await build('cold', 30);
    expect(await digestsOf('site')).toEqual(await digestsOf('cold'));
  });

  test('shows no more of a source that has left than before', async () => {
    const { items } = await readItems(content());
    const left = items.filter(({ feed }) => feed === 'leaving');
    expect(left.length).toBeGreaterThan(20);
    for (const item of left) {
      const page = await readFile(
        join(folder, 'site', item.day.replaceAll('-', '/'), item.name, 'index.html'),
        'utf8',
      );
      expect(page).toContain(codeOf(item.title));
      expect(page).not.toContain(`END${codeOf(item.title)}`);
    }
    expect(await readFile(join(folder, 'site/rss.xml'), 'utf8')).not.toContain('ENDLEAVING');
  });
});
