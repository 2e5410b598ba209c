import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config/read.ts';
import { formatItemFile } from '../../../src/store/item-file.ts';
import { dayFolder } from '../../../src/store/item-path.ts';
import { parseIndex, pictureFolder } from '../../../src/store/picture-index.ts';
import type { StoredItem } from '../../../src/store/stored-item.ts';
import type { Agents } from '../../fetch/agents.ts';
import { outsideAgents, startCanary, startServer, type TestServer } from '../../fetch/fault-server.ts';
import { answer, bomb, drip, endless, redirect } from '../../fetch/faults.ts';
import { pullPictures } from './pull-pictures.ts';
import { pictureLines } from './report.ts';

let server: TestServer;
let agents: Agents;
let canary: Awaited<ReturnType<typeof startCanary>>;
let content: string;

beforeAll(async () => {
  const picture = (name: string) => readFile(`sample/pictures/${name}`);
  const [harbour, ferry, lake, drawing] = await Promise.all(
    ['harbour.jpg', 'ferry.webp', 'lake.jpg', 'source/harbour.svg'].map(picture),
  );
  const png = { 'content-type': 'image/png' };
  canary = await startCanary();
  server = await startServer({
    '/harbour.jpg': answer(harbour ?? '', { 'content-type': 'image/jpeg' }),
    '/harbour-again.jpg': answer(harbour ?? '', { 'content-type': 'text/plain' }),
    '/ferry.webp': answer(ferry ?? '', png),
    '/lake.jpg': answer(lake ?? '', { 'content-type': 'image/jpeg' }),
    '/moved.jpg': redirect('http://media.example/lake.jpg', 301),
    '/page.jpg': answer('<!doctype html><title>Not here</title><p>Sorry.', { 'content-type': 'image/jpeg' }),
    '/drawing.png': answer(drawing ?? '', png),
    '/bomb.png': answer(bomb(200), { ...png, 'content-encoding': 'gzip' }),
    '/packed.jpg': answer(gzipSync(harbour ?? ''), { 'content-encoding': 'gzip' }),
    '/endless.jpg': endless(100),
    '/slow.jpg': drip('\xff\xd8\xff', 50),
    '/inside.jpg': redirect(`http://127.0.0.1:${canary.port}/a.jpg`),
    '/metadata.jpg': redirect('http://169.254.169.254/latest/meta-data/'),
    '/file.jpg': redirect('file:///etc/passwd'),
    '/busy.jpg': answer('', {}, 503),
    '/hotlink.jpg': (request, response) =>
      request.headers.referer === 'https://wire.example/wire-a'
        ? response.writeHead(200, { 'content-type': 'image/jpeg' }).end(harbour)
        : response.writeHead(403).end(),
    '/never.jpg': answer('', {}, 403),
    '/half.jpg': answer((harbour ?? Buffer.alloc(0)).subarray(0, 9000)),
  });
  agents = outsideAgents(server);
});
afterAll(() => Promise.all([server.close(), canary.close(), agents.close()]));
beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'pictures-'));
  server.requests.length = 0;
});
afterEach(() => rm(content, { recursive: true, force: true }));

const now = new Date('2026-11-22T06:30:00+08:00');
const feeds = `feeds:
  - {id: wire, url: "https://wire.example/feed"}
  - {id: hills, url: "https://hills.example/feed", pictures: none}`;
const configOf = (more = '', timeoutSeconds = 20) => {
  const text = `site: {title: P, timeZone: Asia/Shanghai, pictures: local}\npull: {timeoutSeconds: ${timeoutSeconds}}\npictures: {keepDays: 30}\n${more}${feeds}`;
  const read = readConfig(text, 'digest.yaml');
  if ('problems' in read) throw new Error(read.problems[0]?.message);
  return read.config;
};
const at = (path: string) => `http://media.example${path}`;
const bodyOf = (...paths: string[]) =>
  `<p>Text</p>${paths.map((path) => `<figure><img src="${at(path)}" alt="" /></figure>`).join('')}`;

async function store(name: string, day: string, body: string, part: Partial<StoredItem> = {}) {
  const item: StoredItem = {
    ...{ title: name, feed: 'wire', id: name, link: `https://wire.example/${name}` },
    ...{
      publishedAt: null,
      firstSeenAt: `${day}T00:00:00.000Z`,
      updatedAt: null,
      author: null,
      language: 'en',
    },
    ...{ excerpt: '', categories: [], picture: null, enclosures: [], minutes: 1, fullText: true },
    ...{ earlierTitles: [], removed: [], signature: '', ...part },
  };
  const folder = join(content, 'items', dayFolder(day));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.md`), formatItemFile(item, body));
}

type Change = Partial<Parameters<typeof pullPictures>[0]>;
const pull = async (change: Change = {}) => {
  const siteUrl = 'https://paper.example/';
  const report = await pullPictures({
    config: configOf(),
    content,
    siteUrl,
    now,
    tools: { agents, sleep: async () => {}, random: () => 0 },
    ...change,
  });
  if (report === null) throw new Error('no report');
  return report;
};
const index = async (month: string) =>
  parseIndex(await readFile(join(content, pictureFolder, `${month}.json`), 'utf8').catch(() => '{}'));
const copies = () => readdir(join(content, pictureFolder, 'copies'));
const asked = () => server.requests.map(({ url }) => url);

describe('a pull with pictures: local', () => {
  test('copies the pictures of bodies, cards and enclosures, each once', async () => {
    const picture = { url: at('/lake.jpg'), width: null, height: null, alt: null };
    const enclosures = [
      { url: at('/ferry.webp'), type: 'image/webp', length: null },
      { url: at('/talk.mp3'), type: 'audio/mpeg', length: null },
    ];
    await store('wire-a', '2026-11-22', bodyOf('/harbour.jpg', '/lake.jpg'), { picture, enclosures });
    await store(
      'wire-b',
      '2026-11-21',
      bodyOf('/harbour.jpg', '/harbour-again.jpg', '/packed.jpg', '/moved.jpg'),
    );
    const report = await pull();
    expect(report).toEqual({ added: 6, kept: 6, waiting: 0, misses: [] });
    expect(pictureLines(report)).toEqual(['Pictures: 6 new, 6 kept.']);
    // Three addresses give the same picture; the redirect leads to the picture of the lake.
    expect((await copies()).length).toBe(3);
    expect((await index('2026-11'))[at('/harbour.jpg')]).toMatchObject({ width: 960, height: 600 });
    expect(asked().filter((url) => url === '/harbour.jpg').length).toBe(1);
    expect(asked()).not.toContain('/talk.mp3');
    const before = await readFile(join(content, pictureFolder, '2026-11.json'), 'utf8');
    server.requests.length = 0;
    expect(await pull()).toMatchObject({ added: 0, kept: 6 });
    expect(asked()).toEqual([]);
    expect(await readFile(join(content, pictureFolder, '2026-11.json'), 'utf8')).toBe(before);
  });

  test('asks once more for a refused picture, as the page of its article would', async () => {
    await store('wire-a', '2026-11-22', bodyOf('/hotlink.jpg', '/never.jpg', '/lake.jpg'));
    const report = await pull();
    expect(report).toMatchObject({ added: 2, misses: [['refused', 1]] });
    expect(Object.keys(await index('2026-11'))).toEqual([at('/hotlink.jpg'), at('/lake.jpg')]);
    expect(asked().toSorted()).toEqual([
      '/hotlink.jpg',
      '/hotlink.jpg',
      '/lake.jpg',
      '/never.jpg',
      '/never.jpg',
    ]);
  });

  test('copies nothing for other feeds, deleted articles and pictures on the own site', async () => {
    await store('hills-a', '2026-11-22', bodyOf('/harbour.jpg'), { feed: 'hills' });
    await store('wire-a', '2026-11-22', bodyOf('/lake.jpg'));
    await store('wire-b', '2026-11-22', '<p><img src="http://paper.example/own.jpg" alt="" /></p>');
    expect(await pull({ config: configOf('remove: [wire-a]\n') })).toMatchObject({ added: 0, kept: 0 });
    expect(asked()).toEqual([]);
  });

  test('copies only the pictures of the last days, into an index for each month', async () => {
    await store('wire-a', '2026-11-22', bodyOf('/harbour.jpg'));
    await store('wire-b', '2026-10-25', bodyOf('/lake.jpg', '/harbour.jpg'));
    await store('wire-c', '2026-10-20', bodyOf('/ferry.webp'));
    expect(await pull()).toMatchObject({ kept: 2 });
    expect(Object.keys(await index('2026-11'))).toEqual([at('/harbour.jpg')]);
    expect(Object.keys(await index('2026-10'))).toEqual([at('/harbour.jpg'), at('/lake.jpg')]);
    await writeFile(join(content, pictureFolder, 'mine.txt'), 'not yours');
    expect(await pull({ now: new Date('2026-12-01T06:30:00+08:00') })).toMatchObject({ added: 0, kept: 1 });
    expect(await readdir(join(content, pictureFolder))).toEqual([
      '2026-11.json',
      'copies',
      'mine.txt',
      'misses.json',
    ]);
    expect((await copies()).length).toBe(1);
  });

  test('copies again when the copies were lost', async () => {
    await store('wire-a', '2026-11-22', bodyOf('/harbour.jpg', '/lake.jpg'));
    await pull();
    const [first = ''] = await copies();
    await rm(join(content, pictureFolder, 'copies', first));
    expect(await pull()).toMatchObject({ added: 1, kept: 2 });
    await writeFile(join(content, pictureFolder, '2026-11.json'), '{"half');
    expect(await pull()).toMatchObject({ added: 2, kept: 2 });
  });

  test('copies the newest first, up to the size limit', async () => {
    await store('wire-a', '2026-11-22', bodyOf('/harbour.jpg'));
    await store('wire-b', '2026-11-21', bodyOf('/lake.jpg'));
    await store('wire-c', '2026-11-20', bodyOf('/ferry.webp'));
    const config = configOf();
    const room = (kilobytes: number) => ({
      config: { ...config, pictures: { ...config.pictures, maxMegabytes: kilobytes / 1000 } },
    });
    await pull(room(50));
    expect(Object.keys(await index('2026-11'))).toEqual([]);
    expect(asked()).toEqual([]);
    await pull(room(125));
    expect(asked()).toEqual(['/harbour.jpg', '/lake.jpg']);
    await pull(room(30));
    expect(Object.keys(await index('2026-11'))).toEqual([at('/harbour.jpg')]);
    const sizes = await Promise.all(
      (await copies()).map((name) => stat(join(content, pictureFolder, 'copies', name))),
    );
    expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(30_000);
  });

  test('copies until the deadline, and leaves the rest to the next pull', async () => {
    await store('wire-a', '2026-11-22', bodyOf('/ferry.webp', '/harbour.jpg', '/lake.jpg'));
    // The time is over after the first request.
    const now = () => (server.requests.length === 0 ? 0 : 1000);
    const report = await pull({ deadlineMs: 500, tools: { agents, sleep: async () => {}, now } });
    expect(report).toMatchObject({ added: 1, kept: 1, waiting: 2 });
    expect(pictureLines(report)).toEqual(['Pictures: 1 new, 1 kept; 2 wait for the next pull.']);
    expect(await pull()).toMatchObject({ added: 2, kept: 3 });
  });

  test('does not ask a listed private host for an article from the public internet', async () => {
    const config = configOf();
    config.pull.allowPrivateHosts = [server.host];
    await store('wire-a', '2026-11-22', `<p>Text</p><img src="${server.url('/harbour.jpg')}" alt="" />`);
    expect(await pull({ config })).toMatchObject({ added: 0, misses: [['in a private network', 1]] });
    expect(asked()).toEqual([]);
  });

  test('does nothing when no feed wants copies', async () => {
    const config = configOf();
    config.site.pictures = 'direct';
    await store('wire-a', '2026-11-22', bodyOf('/harbour.jpg'));
    expect(await pullPictures({ config, content, siteUrl: 'https://paper.example/', now })).toBeNull();
    expect(await readdir(content)).toEqual(['items']);
  });
});

describe('a picture that cannot be fetched', () => {
  test.each([
    ['/nowhere.jpg', 'gone'],
    ['/page.jpg', 'no pictures'],
    ['/drawing.png', 'no pictures'],
    ['/half.jpg', 'damaged'],
    ['/bomb.png', 'too large'],
    ['/endless.jpg', 'too large'],
    ['/inside.jpg', 'in a private network'],
    ['/metadata.jpg', 'in a private network'],
    ['/file.jpg', 'other trouble'],
    ['/slow.jpg', 'no answer'],
  ])('as %s is counted as %s, and all others come', async (path, reason) => {
    await store('wire-a', '2026-11-22', bodyOf(path, '/harbour.jpg'));
    const sent = server.bytesSent();
    const report = await pull({ config: configOf('', path === '/slow.jpg' ? 1 : 20) });
    expect(report).toEqual({ added: 1, kept: 1, waiting: 0, misses: [[reason, 1]] });
    expect(pictureLines(report)).toEqual([
      `Pictures: 1 new, 1 kept; 1 shown from their source (1 ${reason}).`,
    ]);
    expect(server.bytesSent() - sent).toBeLessThan(40_000_000);
    expect(canary.hits()).toBe(0);
    expect((await copies()).length).toBe(1);
  });

  test('is asked for again only after a passing failure, three times at most', async () => {
    await store('wire-a', '2026-11-22', bodyOf('/nowhere.jpg', '/busy.jpg'));
    for (const nights of [1, 2, 3, 4]) {
      const report = await pull();
      expect(report.misses, `night ${nights}`).toEqual([
        ['gone', 1],
        ['no answer', 1],
      ]);
    }
    // A busy server is asked three times in one pull.
    expect(asked().filter((url) => url === '/busy.jpg').length).toBe(9);
    expect(asked().filter((url) => url === '/nowhere.jpg').length).toBe(1);
  });
});
