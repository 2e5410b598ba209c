import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { removeWhere } from '../../src/clean/dom/remove.ts';
import type { Rule } from '../../src/clean/rule.ts';
import { readConfig } from '../../src/config/read.ts';
import { parseItemFile } from '../../src/store/item-file.ts';
import { type PullRequest, pullPaper } from './pull-paper.ts';
import type { PullReport } from './report.ts';

interface Entry {
  guid: string;
  title: string;
  date?: string;
  text?: string;
}

/** What the loopback server answers for each path: a status or a document. */
let pages: Record<
  string,
  number | { body: string; status?: number; etag?: string; headers?: Record<string, string> }
>;
let asked: { path: string; ifNoneMatch: string | undefined }[];
let server: Server;
let content: string;

beforeEach(async () => {
  pages = {};
  asked = [];
  content = await mkdtemp(join(tmpdir(), 'broadsheet-pull-'));
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, ifNoneMatch: request.headers['if-none-match'] });
    const page = pages[path] ?? 404;
    if (typeof page === 'number') return response.writeHead(page).end();
    if (page.etag && request.headers['if-none-match'] === page.etag) return response.writeHead(304).end();
    const etag = page.etag ? { etag: page.etag } : {};
    return response
      .writeHead(page.status ?? 200, { 'content-type': 'application/rss+xml', ...etag, ...page.headers })
      .end(page.body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterEach(async () => {
  await new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  await rm(content, { recursive: true, force: true });
});

const rss = (entries: Entry[]) =>
  `<rss version="2.0"><channel><title>Harbour Wire</title><link>http://wire.example/</link>${entries
    .map(
      ({ guid, title, date, text }) =>
        `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title><link>http://wire.example/${guid}</link>${
          date ? `<pubDate>${new Date(date).toUTCString()}</pubDate>` : ''
        }<description>&lt;p&gt;${text ?? `What is known of ${title}, told in a sentence of its own.`}&lt;/p&gt;</description></item>`,
    )
    .join('')}</channel></rss>`;

async function pull(
  now: string,
  feeds = ['wire'],
  force = true,
  settings = '',
  custom?: PullRequest['custom'],
): Promise<PullReport> {
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const list = feeds.map((id) => `  - {id: ${id}, url: "http://${host}/${id}"${settings}}`).join('\n');
  const read = readConfig(
    `site: {title: Paper, timeZone: Asia/Shanghai}\npull: {allowPrivateHosts: ["${host}"], timeoutSeconds: 5}\nfeeds:\n${list}\n`,
    'digest.yaml',
  );
  if (!('config' in read)) throw new Error(JSON.stringify(read.problems));
  const report = await pullPaper({
    config: read.config,
    content,
    siteUrl: 'https://paper.example/',
    now: new Date(now),
    force,
    ...(custom ? { custom } : {}),
    onFeed: () => {},
    onWait: () => {},
  });
  if (report === null) throw new Error('locked');
  return report;
}

/** Every stored item as `day title`, in order. */
async function stored(): Promise<string[]> {
  const files = (await readdir(join(content, 'items'), { recursive: true })).filter((file) =>
    file.endsWith('.md'),
  );
  const lines = files.map(async (file) => `${file.slice(0, 10)} ${(await readItem(file)).title}`);
  return (await Promise.all(lines)).sort();
}

async function readItem(file: string) {
  const parsed = parseItemFile(await readFile(join(content, 'items', file), 'utf8'));
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.item;
}

async function onlyItem() {
  const [file = ''] = (await readdir(join(content, 'items'), { recursive: true })).filter((name) =>
    name.endsWith('.md'),
  );
  return { file, item: await readItem(file) };
}

async function snapshot(): Promise<string> {
  const files = (await readdir(content, { recursive: true }))
    .filter((file) => /\.(md|json)$/.test(file))
    .sort();
  const kept = files.filter((file) => !file.startsWith('.cache'));
  return (
    await Promise.all(kept.map(async (file) => file + (await readFile(join(content, file), 'utf8'))))
  ).join('\n');
}

const state = async (feed: string) =>
  JSON.parse(await readFile(join(content, 'status', `${feed}.json`), 'utf8'));
const night1 = '2026-11-20T22:00:00Z';
const night2 = '2026-11-21T22:00:00Z';
const night3 = '2026-11-24T22:00:00Z';
const storm = { guid: '1', title: 'Storm', date: '2026-11-20T20:00:00Z' };

describe('a pull', () => {
  test('stores each item under the day of its edition and counts it', async () => {
    pages['/wire'] = { body: rss([storm, { guid: '2', title: 'Calm', date: '2026-11-19T10:00:00Z' }]) };
    const { feeds, failed } = await pull(night1);
    expect(feeds).toMatchObject([{ feed: 'wire', status: 'ok', added: 2, updated: 0, unchanged: 0 }]);
    expect(failed).toBe(false);
    expect(await stored()).toEqual(['2026/11/20 Calm', '2026/11/21 Storm']);
  });

  test('stores muted items too, and counts new ones by rule', async () => {
    pages['/wire'] = {
      body: rss([storm, { guid: '2', title: 'Calm' }, { guid: '3', title: 'After the STORM' }]),
    };
    const rules = ', mute: [storm, "/^cal/"]';
    const muted = [
      { rule: 'storm', items: 2 },
      { rule: '/^cal/', items: 1 },
    ];
    expect((await pull(night1, ['wire'], true, rules)).feeds).toMatchObject([{ added: 3, muted }]);
    expect(await stored()).toHaveLength(3);
    expect((await pull(night2, ['wire'], true, rules)).feeds).toMatchObject([{ added: 0, muted: [] }]);
  });

  test('changes no file when nothing is new, after a 304 or the same document', async () => {
    pages['/wire'] = { body: rss([storm]), etag: '"a"' };
    await pull(night1);
    const before = await snapshot();
    expect((await pull(night2)).feeds).toMatchObject([{ added: 0, updated: 0, unchanged: 0 }]);
    expect(asked.at(-1)?.ifNoneMatch).toBe('"a"');
    pages['/wire'] = { body: rss([storm]), etag: '"b"' };
    expect((await pull(night3)).feeds).toMatchObject([{ added: 0, updated: 0, unchanged: 1 }]);
    expect(await snapshot()).toBe(before);
  });

  test('places a late item in the oldest open edition', async () => {
    pages['/wire'] = { body: rss([storm]) };
    await pull(night1);
    pages['/wire'] = { body: rss([storm, { guid: '2', title: 'Late', date: '2026-11-20T21:00:00Z' }]) };
    await pull(night3);
    expect(await stored()).toEqual(['2026/11/21 Storm', '2026/11/22 Late']);
  });

  test('updates an item whose headline was edited, and keeps the earlier headline', async () => {
    pages['/wire'] = { body: rss([storm]) };
    await pull(night1);
    pages['/wire'] = { body: rss([{ ...storm, title: 'Storm passes' }]) };
    expect((await pull(night2)).feeds).toMatchObject([{ added: 0, updated: 1 }]);
    const { file, item } = await onlyItem();
    expect(file.slice(0, 10)).toBe('2026/11/21');
    expect(item).toMatchObject({ title: 'Storm passes', updatedAt: new Date(night2).toISOString() });
    expect(item.earlierTitles.map(({ title }) => title)).toEqual(['Storm']);
  });

  test('changes nothing when a publisher only moves the date of an item', async () => {
    pages['/wire'] = { body: rss([storm]) };
    await pull(night1);
    pages['/wire'] = { body: rss([{ ...storm, date: '2026-11-21T20:00:00Z' }]) };
    await pull(night2);
    const { file, item } = await onlyItem();
    expect(file.slice(0, 10)).toBe('2026/11/21');
    expect(item).toMatchObject({
      publishedAt: '2026-11-20T20:00:00.000Z',
      updatedAt: null,
    });
  });

  test('recognises an item whose guid changed from http to https', async () => {
    pages['/wire'] = { body: rss([{ ...storm, guid: 'http://wire.example/1' }]) };
    await pull(night1);
    pages['/wire'] = { body: rss([{ ...storm, guid: 'https://wire.example/1' }]) };
    await pull(night2);
    expect(await stored()).toHaveLength(1);
  });

  describe('of a feed that gives its entries new guids', () => {
    const entry = (guid: string, more: Partial<Entry> = {}) =>
      rss([{ ...storm, guid, ...more }])
        .split('<item>')[1]
        ?.split('</item>')[0]
        ?.replace(/wire.example.\w+</, 'wire.example/storm<');
    const feed = (...entries: (string | undefined)[]) =>
      `${rss([]).replace('</channel></rss>', '')}${entries.map((fields) => `<item>${fields}</item>`).join('')}</channel></rss>`;

    test('knows each by its link, leaves no trace, and names the feed once', async () => {
      pages['/wire'] = { body: feed(entry('a')) };
      await pull(night1);
      pages['/wire'] = { body: feed(entry('b')) };
      const second = (await pull(night2)).feeds;
      expect(second).toMatchObject([
        { added: 0, updated: 0, unchanged: 1, issues: [{ code: 'changing-guids' }] },
      ]);
      const before = await snapshot();
      pages['/wire'] = { body: feed(entry('c')) };
      expect((await pull(night3)).feeds).toMatchObject([{ added: 0, unchanged: 1, issues: [] }]);
      expect(await snapshot()).toBe(before);
      expect(await stored()).toEqual(['2026/11/21 Storm']);
    });

    test('keeps an edited headline beside the new one, under the id it had', async () => {
      pages['/wire'] = { body: feed(entry('a')) };
      await pull(night1);
      pages['/wire'] = { body: feed(entry('b', { title: 'Storm passes' })) };
      expect((await pull(night2)).feeds).toMatchObject([{ added: 0, updated: 1 }]);
      const { item } = await onlyItem();
      expect(item).toMatchObject({ id: 'a', title: 'Storm passes', earlierTitles: [{ title: 'Storm' }] });
    });

    test('knows items that an earlier version stored by the links in their files', async () => {
      pages['/wire'] = { body: feed(entry('a')) };
      await pull(night1);
      const file = join(content, 'status', 'wire.json');
      const { recent, ...rest } = await state('wire');
      const bare = recent.map(({ name, day, digest }: Record<string, string>) => ({ name, day, digest }));
      await writeFile(file, JSON.stringify({ ...rest, recent: bare }));
      pages['/wire'] = { body: feed(entry('b')) };
      expect((await pull(night2)).feeds).toMatchObject([{ added: 0, unchanged: 1 }]);
      expect(await stored()).toHaveLength(1);
    });
  });

  test('knows an item whose guid and link were corrected together', async () => {
    pages['/wire'] = { body: rss([{ ...storm, guid: 'strom' }]) };
    await pull(night1);
    pages['/wire'] = { body: rss([{ ...storm, guid: 'storm' }]) };
    await pull(night2);
    expect(await stored()).toHaveLength(1);
    expect((await onlyItem()).item.link).toBe('http://wire.example/storm');
  });

  test('stores every entry of a page that has no guids', async () => {
    const page = (...titles: string[]) => ({
      body: rss(titles.map((title) => ({ guid: 'log', title })))
        .replace(/<guid.*?<.guid>/g, '')
        .replace(/What is known of (\w+)/g, '$1 came, as is known of $1'),
    });
    pages['/wire'] = page('One', 'Two');
    expect((await pull(night1)).feeds).toMatchObject([{ added: 2 }]);
    pages['/wire'] = page('Three', 'One', 'Two');
    expect((await pull(night2)).feeds).toMatchObject([{ added: 1, unchanged: 2 }]);
  });

  test.each([
    ['a pixel', (night: number) => `<img src="https://count.example/p.gif?r=${night}" width="1" height="1">`],
    [
      'a pixel that says nothing of its size',
      (night: number) => `<img src="https://count.example/hit?r=${night}">`,
    ],
    ['an advert', (night: number) => `<p class="advertisement">Boots for ${night}9.99</p>`],
    ['a counter', (night: number) => `<p>${night}234 views</p><p>阅读（${night}5）</p>`],
    ['a comment and a script', (night: number) => `<!-- made ${night} --><script>var t=${night}</script>`],
  ])('calls no item updated for %s that changes every night, and leaves no trace', async (_, noise) => {
    const page = (night: number) => ({
      body: rss([
        { ...storm, text: `Wind came.${noise(night).replaceAll('<', '&lt;').replaceAll('"', '&quot;')}` },
      ]),
    });
    pages['/wire'] = page(1);
    await pull(night1);
    const before = await snapshot();
    pages['/wire'] = page(2);
    expect((await pull(night2)).feeds).toMatchObject([{ added: 0, updated: 0, unchanged: 1 }]);
    expect(await snapshot()).toBe(before);
    pages['/wire'] = { body: page(3).body.replace('Wind came', 'Wind went') };
    expect((await pull(night3)).feeds).toMatchObject([{ updated: 1 }]);
    expect((await onlyItem()).item.updatedAt).toBe(new Date(night3).toISOString());
  });

  describe('of a podcast that names its address', () => {
    const podcast = (address: string) => ({
      body: rss([storm]).replace(
        '<link>',
        `<itunes:new-feed-url xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">${address}</itunes:new-feed-url><link>`,
      ),
    });

    test('reports a new one', async () => {
      pages['/wire'] = podcast('https://new.example/feed');
      expect((await pull(night1)).feeds[0]?.issues).toMatchObject([{ code: 'moved' }]);
      expect((await state('wire')).movedTo).toBe('https://new.example/feed');
      pages['/wire'] = { ...podcast('https://new.example/feed'), etag: '"a"' };
      await pull(night2);
      const before = await snapshot();
      expect((await pull(night3)).feeds[0]?.issues).toMatchObject([{ code: 'moved' }]);
      expect(await snapshot()).toBe(before);
    });

    test('reports nothing when it is the one it has', async () => {
      const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
      pages['/wire'] = podcast(`https://${host}/wire/`);
      expect((await pull(night1)).feeds[0]?.issues).toEqual([]);
      expect((await state('wire')).movedTo).toBeNull();
    });
  });

  test('deletes nothing when a feed becomes empty, and reports it', async () => {
    pages['/wire'] = { body: rss([storm]) };
    await pull(night1);
    pages['/wire'] = { body: rss([]), etag: '"empty"' };
    const after = [await pull(night2), await pull('2026-11-24T22:00:00Z')];
    for (const { feeds } of after)
      expect(feeds).toMatchObject([
        { status: 'ok', issues: [{ code: 'emptied-feed', hint: expect.stringMatching(/\w/) }] },
      ]);
    expect(await stored()).toHaveLength(1);
    expect((await pull(night2, ['empty', 'wire'])).feeds[0]?.status).toBe('failed');
    pages['/empty'] = { body: rss([]) };
    const [empty] = (await pull(night2, ['empty', 'wire'])).feeds;
    expect(empty?.issues).toMatchObject([{ code: 'no-entries' }]);
  });

  test('names a list of feeds and a map of a site, whatever type they are sent as', async () => {
    const opml = '<opml version="2.0"><head><title>L</title></head><body><outline text="A"/></body></opml>';
    const sitemap =
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/</loc></url></urlset>';
    for (const type of ['text/html', 'text/x-opml', 'application/xml']) {
      const headers = { 'content-type': type };
      pages = { '/list': { body: opml, headers }, '/map': { body: sitemap, headers } };
      const { feeds } = await pull(night1, ['list', 'map']);
      expect(feeds.map(({ issues }) => issues[0]?.code)).toEqual(['list-of-feeds', 'sitemap']);
    }
  });

  test('does not restore an item that was deleted by hand', async () => {
    pages['/wire'] = { body: rss([storm]) };
    await pull(night1);
    await rm(join(content, 'items', (await onlyItem()).file));
    pages['/wire'] = { body: rss([{ ...storm, title: 'Storm, edited' }]) };
    await pull(night2);
    expect(await stored()).toEqual([]);
  });

  test('finds the stored items again when the state of the feed is lost or damaged', async () => {
    pages['/wire'] = { body: rss([storm]), etag: '"a"' };
    await pull(night1);
    await writeFile(join(content, 'status', 'wire.json'), '{"feed": "wi');
    expect((await pull(night2)).feeds).toMatchObject([{ added: 0, updated: 0, unchanged: 1 }]);
    expect(await stored()).toEqual(['2026/11/21 Storm']);
  });

  test('continues after a failed feed, counts its failures, and resets the count when it recovers', async () => {
    pages['/wire'] = { body: rss([storm]) };
    const { feeds, failed } = await pull(night1, ['gone', 'wire']);
    expect(feeds.map(({ feed, status }) => `${feed} ${status}`)).toEqual(['gone failed', 'wire ok']);
    expect(failed).toBe(false);
    await pull(night2, ['gone', 'wire']);
    expect((await state('gone')).failure).toMatchObject({ since: new Date(night1).toISOString(), count: 2 });
    pages['/gone'] = { body: rss([{ guid: '9', title: 'Back' }]) };
    await pull(night3, ['gone', 'wire']);
    expect((await state('gone')).failure).toBe(null);
  });

  test('begins with the feeds that their host turned away for the longest', async () => {
    const busy = { body: '', status: 429 };
    pages['/a'] = { body: rss([storm]) };
    pages['/b'] = busy;
    pages['/c'] = { body: rss([storm]) };
    // Without a time to come back at, the rest of the host is left alone.
    await pull(night1, ['a', 'b', 'c']);
    expect(asked.map(({ path }) => path)).toEqual(['/a', '/b']);
    pages['/b'] = { body: rss([storm]) };
    pages['/c'] = busy;
    await pull(night2, ['a', 'b', 'c']);
    expect(asked.slice(2).map(({ path }) => path)).toEqual(['/b', '/c']);
    pages['/c'] = { body: rss([storm]) };
    await pull(night3, ['a', 'b', 'c']);
    expect(asked.slice(4).map(({ path }) => path)).toEqual(['/c', '/a', '/b']);
  });

  test('fails when every feed failed', async () => {
    expect((await pull(night1, ['a', 'b'])).failed).toBe(true);
  });

  test('asks a feed that answered 410 again after a week, and takes it back when it answers', async () => {
    pages['/wire'] = { body: rss([storm]), etag: '"a"' };
    await pull(night1, ['wire'], false);
    pages['/wire'] = 410;
    expect((await pull(night2, ['wire'], false)).feeds).toMatchObject([{ status: 'failed' }]);
    expect((await pull(night3, ['wire'], false)).feeds).toMatchObject([{ status: 'retired', issues: [] }]);
    expect(asked).toHaveLength(2);
    expect(await pull('2026-11-28T22:00:00Z', ['wire'], false)).toMatchObject({
      feeds: [{ status: 'retired', issues: [] }],
      failed: false,
    });
    expect(asked).toHaveLength(3);
    expect((await pull('2026-11-29T22:00:00Z', ['wire'], false)).feeds).toMatchObject([
      { status: 'retired' },
    ]);
    expect(asked).toHaveLength(3);
    pages['/wire'] = { body: rss([storm, { guid: '2', title: 'Calm' }]), etag: '"b"' };
    expect((await pull('2026-12-05T22:00:00Z', ['wire'], false)).feeds).toMatchObject([
      { status: 'ok', added: 1 },
    ]);
    expect(await state('wire')).toMatchObject({ retired: false, failure: null });
    expect(await state('wire')).not.toHaveProperty('goneAt');
    expect((await pull('2026-12-06T22:00:00Z', ['wire'], false)).feeds).toMatchObject([{ status: 'ok' }]);
  });

  test('asks a closed feed when forced, and takes it back when it has not changed', async () => {
    pages['/wire'] = { body: rss([storm]), etag: '"a"' };
    await pull(night1);
    const before = pages['/wire'];
    pages['/wire'] = 410;
    await pull(night2);
    pages['/wire'] = before;
    expect((await pull(night3)).feeds).toMatchObject([{ status: 'ok', added: 0 }]);
    expect(await state('wire')).toMatchObject({ retired: false, failure: null });
  });

  test('does not ask during a cooldown, unless forced', async () => {
    pages['/wire'] = { body: rss([storm]), headers: { 'cache-control': 'max-age=7200' } };
    await pull(night1, ['wire'], false);
    expect((await pull('2026-11-20T23:30:00Z', ['wire'], false)).feeds).toMatchObject([
      { status: 'resting' },
    ]);
    await pull('2026-11-20T23:30:00Z', ['wire'], true);
    await pull('2026-11-21T02:30:00Z', ['wire'], false);
    expect(asked).toHaveLength(3);
  });

  test('respects Retry-After in later runs too', async () => {
    pages['/wire'] = { body: '', status: 429, headers: { 'retry-after': '7200' } };
    await pull(night1, ['wire'], false);
    expect((await pull('2026-11-20T23:30:00Z', ['wire'], false)).feeds).toMatchObject([
      { status: 'resting' },
    ]);
    await pull('2026-11-21T00:30:00Z', ['wire'], false);
    expect(asked).toHaveLength(2);
  });

  test('detects a server that always answers 304, and from then on fetches the whole feed', async () => {
    pages['/wire'] = { body: rss([storm]), etag: '"a"' };
    await pull(night1);
    await pull('2026-12-04T22:00:00Z');
    expect(asked.map(({ ifNoneMatch }) => ifNoneMatch)).toEqual([undefined, '"a"', undefined]);
    const before = await snapshot();
    // The same tag for another document.
    pages['/wire'] = {
      body: rss([storm, { guid: '2', title: 'Calm', date: '2026-12-01T20:00:00Z' }]),
      etag: '"a"',
    };
    expect((await pull('2026-12-05T22:00:00Z')).feeds).toMatchObject([{ added: 0, issues: [] }]);
    expect(await snapshot()).toBe(before);
    const { feeds } = await pull('2026-12-11T22:00:00Z');
    expect(feeds).toMatchObject([{ added: 1, issues: [{ code: 'not-modified-forever' }] }]);
    expect(feeds[0]?.issues[0]?.message).toContain('since 2026-11-20');
    expect((await pull('2026-12-12T22:00:00Z')).feeds).toMatchObject([{ unchanged: 2, issues: [] }]);
    expect(asked.at(-1)?.ifNoneMatch).toBe(undefined);
  });

  test('follows a web page to the feed it names, and reports the address to configure', async () => {
    pages['/wire'] = {
      body: '<!doctype html><html><head><title>Wire</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body><p>Welcome.</p></body></html>',
      headers: { 'content-type': 'text/html' },
    };
    pages['/feed.xml'] = { body: rss([storm]) };
    const { feeds } = await pull(night1);
    expect(feeds).toMatchObject([{ status: 'ok', added: 1 }]);
    expect(JSON.stringify(feeds[0]?.issues)).toContain('/feed.xml');
  });

  test('fetches the article of a new item that has only a summary, once', async () => {
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const summary = rss([{ ...storm, text: 'A storm came.' }]).replace(
      'http://wire.example/1',
      `${host}/article`,
    );
    const paragraphs = Array.from(
      { length: 8 },
      (_, index) =>
        `<p>Paragraph ${index} of what the storm did along the coast, told by those who sat in the harbour and waited for it to pass.</p>`,
    );
    pages['/wire'] = { body: summary };
    pages['/article'] = {
      body: `<!doctype html><html><body><nav>Home</nav><article><h1>Storm</h1>${paragraphs.join('')}</article></body></html>`,
      headers: { 'content-type': 'text/html' },
    };
    await pull(night1, ['wire'], true, ', fullText: true');
    expect((await onlyItem()).item).toMatchObject({ fullText: true });
    await pull(night2, ['wire'], true, ', fullText: true');
    expect(asked.filter(({ path }) => path === '/article')).toHaveLength(1);
    pages['/wire'] = { body: summary.replace('Storm', 'Storm passes') };
    pages['/article'] = 503;
    await pull(night3, ['wire'], true, ', fullText: true');
    expect((await onlyItem()).item).toMatchObject({ fullText: true, title: 'Storm passes' });
  });

  describe('of a feed with fullText whose pages fail', () => {
    const article = Array.from(
      { length: 8 },
      (_, index) =>
        `<p>Paragraph ${index} of what the storm did along the coast, told by those who sat in it.</p>`,
    ).join('');
    const page = {
      body: `<!doctype html><html><body><article><h1>Storm</h1>${article}</article></body></html>`,
      headers: { 'content-type': 'text/html' },
    };
    const nights = Array.from({ length: 7 }, (_, night) => `2026-11-2${night}T22:00:00Z`);
    const pullFull = (night: number) => pull(nights[night] ?? '', ['wire'], true, ', fullText: true');
    const pagesAsked = () => asked.filter(({ path }) => path === '/article').length;
    beforeEach(() => {
      const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      pages['/wire'] = {
        body: rss([{ ...storm, text: 'A storm came.' }]).replace('http://wire.example/1', `${host}/article`),
        etag: '"a"',
      };
      pages['/article'] = 404;
    });

    test('asks again in a later pull, even of an unchanged feed, and counts no update', async () => {
      await pullFull(0);
      expect((await onlyItem()).item).toMatchObject({ fullText: false });
      pages['/article'] = page;
      expect((await pullFull(1)).feeds).toMatchObject([{ added: 0, updated: 1, issues: [] }]);
      expect((await onlyItem()).item).toMatchObject({ fullText: true, updatedAt: null, earlierTitles: [] });
      const [before, count] = [await snapshot(), pagesAsked()];
      await pullFull(2);
      expect(asked.at(-1)?.ifNoneMatch).toBe('"a"');
      expect(pagesAsked()).toBe(count);
      expect(await snapshot()).toBe(before);
    });

    test('gives up after three more pulls', async () => {
      for (const night of [0, 1, 2, 3]) await pullFull(night);
      expect(pagesAsked()).toBe(4);
      const before = await snapshot();
      expect(before).not.toContain('"tries"');
      await pullFull(4);
      expect(pagesAsked()).toBe(4);
      expect(asked.at(-1)?.ifNoneMatch).toBe('"a"');
      expect(await snapshot()).toBe(before);
    });

    test('asks for one page a pull once no page of a feed has an article, and for all when one has', async () => {
      const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const login = {
        body: '<html><head><title>Log in</title></head><body><form><input type="password"></form><p>Members only.</p></body></html>',
        headers: { 'content-type': 'text/html' },
      };
      const publish = (from: number, to: number) => {
        const numbers = Array.from({ length: to - from }, (_, n) => `${from + n}`);
        const entries = numbers.map((guid) => ({ guid, title: `Storm ${guid}`, text: 'A storm came.' }));
        pages['/wire'] = {
          body: rss(entries).replaceAll(/http:..wire.example.(\d+)/g, `${host}/page-$1`),
        };
        for (const number of numbers) pages[`/page-${number}`] = login;
      };
      const askedFor = async (night: number) => {
        const before = asked.length;
        const { feeds } = await pullFull(night);
        const paths = asked.slice(before).filter(({ path }) => path.startsWith('/page-'));
        return { count: paths.length, words: feeds[0]?.issues.map(({ message }) => message) };
      };
      publish(0, 8);
      expect(await askedFor(0)).toEqual({
        count: 8,
        words: ['8 pages of this feed want a login, so their summaries were kept.'],
      });
      expect((await state('wire')).pages).toEqual(Array.from({ length: 8 }, () => 'login'));
      publish(8, 12);
      expect(await askedFor(1)).toMatchObject({ count: 1 });
      const before = await snapshot();
      expect(await askedFor(2)).toEqual({ count: 0, words: [] });
      expect(await snapshot()).toBe(before);
      publish(12, 15);
      pages['/page-12'] = page;
      expect(await askedFor(3)).toMatchObject({ count: 1 });
      publish(15, 18);
      expect(await askedFor(4)).toMatchObject({ count: 3 });
    }, 30_000);

    test('asks again for all pages of a site that was down for one night', async () => {
      const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const numbers = Array.from({ length: 9 }, (_, n) => n);
      const entries = numbers.map((n) => ({ guid: `${n}`, title: `Storm ${n}`, text: 'A storm came.' }));
      pages['/wire'] = { body: rss(entries).replaceAll(/http:..wire.example.(\d+)/g, `${host}/page-$1`) };
      const wholeItems = async () => {
        const files = await readdir(join(content, 'items'), { recursive: true });
        const items = await Promise.all(files.filter((file) => file.endsWith('.md')).map(readItem));
        return items.filter(({ fullText }) => fullText).length;
      };
      for (const n of numbers) pages[`/page-${n}`] = 404;
      await pullFull(0);
      expect(await wholeItems()).toBe(0);
      for (const n of numbers) pages[`/page-${n}`] = page;
      await pullFull(1);
      expect(await wholeItems()).toBe(1);
      await pullFull(2);
      expect(await wholeItems()).toBe(9);
    }, 60_000);

    test('learns over the nights what the pages of a feed repeat, and takes it out', async () => {
      const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const plea = 'Our reporters write from six river towns, and the kettle is always on for a visitor.';
      const publish = (from: number, to: number) => {
        const numbers = Array.from({ length: to - from }, (_, n) => from + n);
        const titles = ['Otters', 'Bridges', 'Lamps', 'Swans', 'Engines', 'Markets', 'Bakers', 'Clocks'];
        const entries = numbers.map((n) => ({ guid: `${n}`, title: titles[n] ?? '', text: 'A storm came.' }));
        pages['/wire'] = {
          body: rss(entries).replaceAll(/http:..wire.example.(\d+)/g, `${host}/page-$1`),
        };
        for (const n of numbers) {
          const own = Array.from(
            { length: 4 },
            (_, line) =>
              `<p>${titles[n]} number ${line} of the year ${1900 + n} were seen along the coast by those who sat there, all ${n * 7 + line} of them.</p>`,
          );
          pages[`/page-${n}`] = {
            body: `<html><body><main>${own.join('')}<div class="x"><p>${plea}</p></div></main></body></html>`,
            headers: { 'content-type': 'text/html' },
          };
        }
      };
      const bodies = async () => {
        const files = (await readdir(join(content, 'items'), { recursive: true })).filter((file) =>
          file.endsWith('.md'),
        );
        return Promise.all(files.map((file) => readFile(join(content, 'items', file), 'utf8')));
      };
      publish(0, 3);
      await pullFull(0);
      expect((await bodies()).filter((body) => body.includes('<p>Our reporters'))).toHaveLength(3);
      publish(3, 8);
      await pullFull(1);
      const second = await bodies();
      expect(second).toHaveLength(8);
      expect(second.filter((body) => body.includes('<p>Our reporters'))).toHaveLength(3);
    }, 30_000);

    test('does not ask again for a deleted item', async () => {
      await pullFull(0);
      await rm(join(content, 'items', (await onlyItem()).file));
      pages['/article'] = page;
      await pullFull(1);
      expect(await stored()).toEqual([]);
      expect((await state('wire')).recent).toHaveLength(1);
      expect(await snapshot()).not.toContain('"tries"');
    });

    test('does not ask again for an item that has left the feed', async () => {
      await pullFull(0);
      expect((await state('wire')).recent).toMatchObject([{ tries: 1 }]);
      pages['/wire'] = {
        body: rss([{ ...storm, guid: '2', title: 'Calm' }]).replace(/<link>http:..wire.example.2<.link>/, ''),
      };
      await pullFull(1);
      expect((await state('wire')).recent).toHaveLength(2);
      expect(await snapshot()).not.toContain('"tries"');
    });
  });

  test('cleans stored items again when new boilerplate was learned, and sets no updatedAt', async () => {
    const footer = 'More from our newsroom every morning in your letterbox.';
    const text = (index: number) =>
      `Story number ${index} has words of its own, of ${'abcdefghij'[index]}nks and tides.&lt;/p&gt;&lt;p&gt;&lt;a href="http://wire.example/letter"&gt;${footer}&lt;/a&gt;`;
    const entries = Array.from({ length: 8 }, (_, index) => ({
      guid: `g${index}`,
      title: `Tale ${'abcdefgh'[index]}`,
      date: '2026-11-20T20:00:00Z',
      text: text(index),
    }));
    pages['/wire'] = { body: rss(entries.slice(0, 2)) };
    await pull(night1);
    const bodies = async () => {
      const files = (await readdir(join(content, 'items'), { recursive: true })).filter((file) =>
        file.endsWith('.md'),
      );
      return Promise.all(files.map((file) => readFile(join(content, 'items', file), 'utf8')));
    };
    expect((await bodies()).filter((body) => body.includes(footer))).toHaveLength(2);
    pages['/wire'] = { body: rss(entries) };
    await pull(night2);
    expect(
      (await bodies()).map((body) => body.split('---\n')[2]).filter((body) => body?.includes(footer)),
    ).toEqual([]);
    expect((await bodies()).filter((body) => /^updatedAt: null$/m.test(body))).toHaveLength(8);
  });

  test('removes what the configuration names from articles', async () => {
    pages['/wire'] = { body: rss([{ ...storm, text: 'Wind.&lt;/p&gt;&lt;p class="x"&gt;Buy our mugs.' }]) };
    await pull(night1, ['wire'], true, ', remove: [".x"]');
    const { file } = await onlyItem();
    const text = await readFile(join(content, 'items', file), 'utf8');
    expect(text.split('---\n').at(-1)).toBe('<p>Wind.</p>\n');
  });

  test('asks for the whole document when the configured address changed', async () => {
    pages['/wire'] = { body: rss([storm]), etag: '"a"' };
    await pull(night1);
    const file = join(content, 'status', 'wire.json');
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace(/"url": ".*"/, '"url": "http://old.example/"'),
    );
    await pull(night2);
    expect(asked.at(-1)?.ifNoneMatch).toBe(undefined);
  });

  test.each(['constructor', 'valueof', 'tostring', 'hasownproperty'])(
    'pulls a feed called %s',
    async (id) => {
      pages[`/${id}`] = { body: rss([storm]) };
      const { feeds } = await pull(night1, [id], false);
      expect(feeds).toMatchObject([{ feed: id, status: 'ok', added: 1, issues: [] }]);
      expect((await pull(night2, [id], false)).feeds).toMatchObject([{ status: 'ok', unchanged: 1 }]);
    },
  );

  test('waits for another pull of the same paper', async () => {
    pages['/wire'] = { body: rss([storm]) };
    await Promise.all([pull(night1), pull(night1)]);
    expect(await stored()).toHaveLength(1);
    expect(await readdir(content)).not.toContain('.lock');
  });

  test('takes over the lock of a killed pull, and removes its half-written files', async () => {
    pages['/wire'] = { body: rss([storm]) };
    await pull(night1);
    await writeFile(join(content, '.lock'), '999999999');
    const half = join(content, 'items', '2026/11/21/wire-0123456789ab.md.1234567');
    await writeFile(half, '---\ntit');
    await pull(night2);
    expect(await readdir(join(content, 'items/2026/11/21'))).toHaveLength(1);
  });
});

describe('custom rules in a pull', () => {
  const withRule = (digest: string, apply: Rule['apply']) => ({
    rules: [{ name: 'own', apply }],
    digest,
    issues: [],
  });
  const pullWith = (now: string, custom?: PullRequest['custom']) => pull(now, ['wire'], true, '', custom);
  const body = async () => {
    const { file } = await onlyItem();
    return readFile(join(content, 'items', file), 'utf8');
  };
  const dropAll: Rule['apply'] = (root, _, receipt) => removeWhere(root, 'own', receipt, () => true);

  test('clean what is pulled, and clean it again when they change', async () => {
    pages['/wire'] = { body: rss([storm]) };
    await pullWith(night1);
    expect(await body()).toContain('What is known of Storm');
    const { feeds } = await pullWith(night2, withRule('1', dropAll));
    expect(feeds).toMatchObject([{ updated: 1, issues: [] }]);
    expect(await body()).not.toContain('<p>What is known of Storm');
    expect((await pullWith(night2, withRule('1', dropAll))).feeds).toMatchObject([{ unchanged: 1 }]);
    await pullWith(night3);
    expect(await body()).toContain('<p>What is known of Storm');
  });

  test('are named once a feed when they fail, and the items are stored without them', async () => {
    pages['/wire'] = { body: rss([storm, { ...storm, guid: '2', title: 'Calm' }]) };
    const fails = withRule('1', () => {
      throw new Error('no such table');
    });
    const { feeds } = await pullWith(night1, fails);
    expect(feeds).toMatchObject([{ status: 'ok', added: 2, issues: [{ code: 'custom-rule-failed' }] }]);
    expect(feeds[0]?.issues[0]?.message).toBe(
      'the rule custom/rules/own.ts failed on 2 items (no such table)',
    );
  });

  test('that could not be loaded are named in the report', async () => {
    pages['/wire'] = { body: rss([storm]) };
    const issue = {
      feed: '',
      stage: 'clean',
      code: 'custom-rule-unusable',
      message: 'm',
      hint: 'h',
    } as const;
    expect((await pullWith(night1, { rules: [], digest: '', issues: [issue] })).issues).toEqual([issue]);
  });
});
