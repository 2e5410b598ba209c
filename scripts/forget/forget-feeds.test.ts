import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import { movedKey } from '../../src/store/moved-items.ts';
import { startServer, type TestServer } from '../fetch/fault-server.ts';
import { pullPaper } from '../pull/pull-paper.ts';
import { readForgotten, writeForgotten } from '../store/forgotten-items.ts';
import { writeMoved } from '../store/moved-items.ts';
import { refreshVolumes } from '../volumes/refresh-volumes.ts';
import { forgetFeeds } from './forget-feeds.ts';
import { forgetReport, unknownFeeds } from './report.ts';

let server: TestServer;
let root: string;
let content: string;
/** Entries by feed: guid and day of publication. */
let entries: Record<string, [guid: string, day: string][]>;

const rss = (feed: string) =>
  `<rss version="2.0"><channel><title>${feed}</title>${(entries[feed] ?? [])
    .map(
      ([guid, day]) =>
        `<item><guid isPermaLink="false">${guid}</guid><title>Report ${guid}</title><pubDate>${new Date(`${day}T00:00:00Z`).toUTCString()}</pubDate><description>What is known of ${guid}.</description></item>`,
    )
    .join('')}</channel></rss>`;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'broadsheet-forget-'));
  content = join(root, 'src/content');
  entries = {
    coast: [['c1', '2026-11-20']],
    'coast-blog': [['b1', '2026-11-20']],
    hills: [
      ['h1', '2026-11-19'],
      ['h2', '2026-11-20'],
    ],
  };
  server = await startServer(
    Object.fromEntries(
      Object.keys(entries).map((feed) => [`/${feed}`, (_, answer) => answer.end(rss(feed))]),
    ),
  );
});
afterEach(async () => {
  await server.close();
  await rm(root, { recursive: true, force: true });
});

function configOf(feeds: string[], settings = '') {
  const list = feeds.map((id) => `  - {id: ${id}, url: "${server.url(`/${id}`)}"${settings}}`).join('\n');
  const yaml = `site: {title: P, timeZone: UTC}\npull: {allowPrivateHosts: ["${server.host}"]}\nfeeds:\n${list}\n`;
  const read = readConfig(yaml, 'digest.yaml');
  if (!('config' in read)) throw new Error(JSON.stringify(read.problems));
  return read.config;
}
const pull = (feeds: string[], now = '2026-11-21T05:00:00Z') =>
  pullPaper({
    ...{ config: configOf(feeds), content, now: new Date(now), force: true },
    ...{ siteUrl: 'https://paper.example/', onFeed: () => {}, onWait: () => {} },
  });
const forget = (feeds: string[], dryRun = false) => forgetFeeds({ content, feeds, dryRun, onWait: () => {} });
const files = async () =>
  (await readdir(content, { recursive: true })).filter((file) => /\.(md|json)$/.test(file)).sort();
const items = async () => (await files()).filter((file) => file.endsWith('.md'));
const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=E', '-c', 'user.email=e@paper.example', ...args], {
    cwd,
    stdio: 'pipe',
    encoding: 'utf8',
  });
const all = ['coast', 'coast-blog', 'hills'];

describe('npm run forget', () => {
  test('removes the articles and the state of a feed and of no other, and says how many', async () => {
    await pull(all);
    const before = await files();
    const result = await forget(['coast']);
    expect(result).toEqual({
      kind: 'done',
      feeds: [{ feed: 'coast', items: 1, days: ['2026-11-20', '2026-11-20'] }],
    });
    const after = await files();
    const gone = before.filter((file) => !after.includes(file));
    expect(gone).toHaveLength(2);
    for (const file of gone) expect(file).toMatch(/(?:\/coast-[0-9a-f]{12}\.md|status\/coast\.json)$/);
    expect((await refreshVolumes(content, configOf(['hills'])))[0]?.days['2026-11-20']?.feeds).toEqual({
      'coast-blog': 1,
      hills: 1,
    });
  });

  test('says what it would remove and removes nothing with --dry-run', async () => {
    await pull(all);
    const before = await files();
    const result = await forget(['hills', 'coast'], true);
    expect(result).toMatchObject({
      feeds: [
        { feed: 'hills', items: 2 },
        { feed: 'coast', items: 1 },
      ],
    });
    expect(await files()).toEqual(before);
    if (result.kind !== 'done') throw new Error(result.kind);
    expect(forgetReport(result, configOf(all), true)).toBe(
      `hills: 2 articles of 2026-11-19 to 2026-11-20 would be removed, with their pages and feed entries
coast: 1 article of 2026-11-20 would be removed, with its page and feed entries
Nothing was removed (--dry-run).`,
    );
    expect(forgetReport(result, configOf(all), false)).toContain('coast, hills are still pulled');
    expect(forgetReport(result, configOf(all, ', retire: true'), false)).not.toContain('still pulled');
  });

  test('removes nothing when one of the feeds is unknown, and names those that are stored', async () => {
    await pull(['hills']);
    const before = await files();
    const result = await forget(['hills', 'hils', 'constructor']);
    if (result.kind !== 'unknown') throw new Error(result.kind);
    expect(unknownFeeds(result)).toBe(
      'Nothing is stored of hils, constructor, and nothing was removed (stored are: hills).',
    );
    expect(await files()).toEqual(before);
  });

  test('keeps the articles from coming back when the feed is added again, and lets new ones in', async () => {
    await pull(all);
    await forget(['hills']);
    await pull(['coast']);
    entries['hills'] = [
      ['h1', '2026-11-19'],
      ['h2', '2026-11-20'],
      ['h3', '2026-11-21'],
    ];
    await pull(all, '2026-11-22T05:00:00Z');
    const stored = (await items()).filter((file) => /\/hills-[0-9a-f]{12}\.md$/.test(file));
    expect(stored).toHaveLength(1);
    expect(await readFile(join(content, stored[0] ?? ''), 'utf8')).toContain('Report h3');
  });

  test('keeps out what was deleted by hand before, and adds to what was forgotten earlier', async () => {
    await pull(['hills']);
    const [first = ''] = await items();
    await rm(join(content, first));
    await writeForgotten(content, new Set(['reef-0123456789ab']));
    expect(await forget(['hills'])).toMatchObject({ feeds: [{ items: 1 }] });
    expect((await readForgotten(content)).size).toBe(3);
    await pull(['hills'], '2026-11-22T05:00:00Z');
    expect(await items()).toEqual([]);
  });

  test('removes the old addresses of moved articles of the feed, and no others', async () => {
    await pull(['hills']);
    await writeMoved(content, {
      [movedKey('2026-11-18', 'hills-000000000001')]: '2026-11-17',
      [movedKey('2026-11-18', 'coast-000000000001')]: '2026-11-17',
    });
    await forget(['hills']);
    expect(JSON.parse(await readFile(join(content, 'moved.json'), 'utf8'))).toEqual({
      '2026-11-18/coast-000000000001': '2026-11-17',
    });
  });

  test.each([['--no-cone'], ['--cone']])(
    'removes the articles that a sparse checkout (%s) leaves out',
    async (mode) => {
      entries['hills'] = [['h0', '2026-09-20']];
      entries['coast'] = [['c0', '2026-09-20']];
      await pull(['hills', 'coast'], '2026-09-21T05:00:00Z');
      entries['coast'] = [['c9', '2026-11-20']];
      entries['hills'] = [['h9', '2026-11-20']];
      await pull(['hills', 'coast']);
      git(root, 'init', '--quiet', '--initial-branch=main');
      git(root, 'add', '.');
      git(root, 'commit', '--quiet', '-m', 'Begin');
      const month = 'src/content/items/2026/09';
      git(
        root,
        ...['sparse-checkout', 'set', mode],
        ...(mode === '--cone'
          ? ['src/content/items/2026/11', 'src/content/status', 'src/content/volumes']
          : ['/*', `!/${month}/`]),
      );
      expect(existsSync(join(root, month))).toBe(false);
      expect(await forget(['hills'])).toMatchObject({
        feeds: [{ feed: 'hills', items: 2, days: ['2026-09-20', '2026-11-20'] }],
      });
      git(root, 'add', '--all', '--sparse', '.');
      git(root, 'commit', '--quiet', '-m', 'Forget');
      expect(git(root, 'ls-tree', '-r', '--name-only', 'HEAD')).not.toMatch(/hills-|hills\.json/);
      expect(git(root, 'ls-tree', '-r', '--name-only', 'HEAD')).toMatch(/2026\/09\/20\/coast-/);
    },
  );
});
