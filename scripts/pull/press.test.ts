import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import { readItems, readMoved, readPress } from '../../src/paper/read-content.ts';
import { startServer, type TestServer } from '../fetch/fault-server.ts';
import { pullPaper } from './pull-paper.ts';

/** Entries of the feed: title and moment of publication, or none. */
let entries: [title: string, publishedAt: string | null][];
let server: TestServer;
let content: string;

beforeEach(async () => {
  entries = [];
  content = await mkdtemp(join(tmpdir(), 'broadsheet-press-'));
  server = await startServer({
    '/wire': (_, answer) =>
      answer.end(`<rss version="2.0"><channel><title>T</title>${entries.map(item).join('')}</channel></rss>`),
    '/other': (_, answer) =>
      answer.end(`<rss version="2.0"><channel><title>O</title>${entries.map(item).join('')}</channel></rss>`),
  });
});
afterEach(async () => {
  await server.close();
  await rm(content, { recursive: true, force: true });
});

const item = ([title, publishedAt]: (typeof entries)[number]) =>
  `<item><guid isPermaLink="false">${title}</guid><title>${title}</title>${
    publishedAt === null ? '' : `<pubDate>${at(publishedAt).toUTCString()}</pubDate>`
  }</item>`;

/** Moments in Shanghai, as `28 05:43` of November 2026. */
const at = (moment: string) => new Date(`2026-11-${moment.replace(' ', 'T')}:00+08:00`);

async function pull(now: string, { press = '05:30', feed = 'wire' } = {}) {
  const yaml = `site: {title: P, timeZone: Asia/Shanghai, pressTime: '${press}'}
pull: {allowPrivateHosts: ["${server.host}"]}
feeds: [{id: ${feed}, url: "${server.url(`/${feed}`)}"}]`;
  const read = readConfig(yaml, 'digest.yaml');
  if (!('config' in read)) throw new Error(JSON.stringify(read.problems));
  const quiet = { siteUrl: 'https://paper.example/', force: true, onFeed: () => {}, onWait: () => {} };
  return pullPaper({ ...quiet, config: read.config, content, now: at(now) });
}

/** `28 Storm` for each stored item, sorted. */
async function stored() {
  const { items, bad } = await readItems(content);
  expect(bad).toEqual([]);
  return items.map(({ day, title }) => `${day.slice(8)} ${title}`).sort();
}

describe('a pull sends the edition to press', () => {
  test('once, at the first pull after its press time, and says how late that is', async () => {
    entries = [['A', '27 12:00']];
    expect((await pull('27 18:00'))?.press).toEqual({ edition: '2026-11-27', lateMs: null });
    expect(await readPress(content)).toMatchObject({ edition: '2026-11-27' });
    expect((await pull('28 05:20'))?.press).toBeNull();
    expect((await pull('28 05:43'))?.press).toEqual({ edition: '2026-11-28', lateMs: 13 * 60_000 });
    expect((await pull('28 06:43'))?.press).toBeNull();
    const record = await readPress(content);
    expect(record).toEqual({ edition: '2026-11-28', at: at('28 05:43').toISOString() });
  });

  test('not while nothing is gathered, so that a quiet night changes no file', async () => {
    entries = [['A', '27 04:00']];
    await pull('27 05:43');
    const record = await readPress(content);
    expect((await pull('28 05:43'))?.press).toBeNull();
    expect(await readPress(content)).toEqual(record);
  });

  test('not when the run as a whole is no good', async () => {
    entries = [['A', '27 12:00']];
    await pull('27 18:00');
    await server.close();
    expect((await pull('28 05:43'))?.failed).toBe(true);
    expect((await readPress(content))?.edition).toBe('2026-11-27');
  });
});

describe('an article that comes after the press', () => {
  test('goes into the edition of that morning for six hours, then into the next', async () => {
    entries = [['A', '27 12:00']];
    await pull('27 18:00');
    await pull('28 05:43');
    entries.push(['B', '27 13:00']);
    await pull('28 11:00');
    entries.push(['C', '27 14:00'], ['D', null]);
    await pull('28 12:00');
    expect(await stored()).toEqual(['28 A', '28 B', '29 C', '29 D']);
  });

  test('opens back issues of a paper whose owner has chosen all other feeds', async () => {
    entries = [['Shipped', '27 12:00']];
    await pull('28 05:43');
    entries = [
      ['Mine', '24 12:00'],
      ['Old', '02 12:00'],
    ];
    await pull('28 14:00', { feed: 'other' });
    expect(await stored()).toEqual(['22 Old', '25 Mine', '28 Shipped']);
    entries.push(['Late', '24 13:00']);
    await pull('28 15:00', { feed: 'other' });
    expect(await stored()).toContain('29 Late');
  });

  test('opens back issues again after a first pull that was killed', async () => {
    entries = [['A', '26 12:00']];
    await pull('28 05:43');
    for (const file of ['press.json', 'volumes', '.cache'])
      await rm(join(content, file), { recursive: true });
    entries.push(['B', '25 12:00']);
    await pull('28 05:50');
    expect(await stored()).toEqual(['26 B', '27 A']);
  });
});

describe('a paper of before there was a press', () => {
  test('keeps every edition, and its next pull fills the one of that morning', async () => {
    entries = [
      ['Old', '26 12:00'],
      ['Night', '27 03:00'],
    ];
    await pull('27 05:43');
    await rm(join(content, 'press.json'));
    await rm(join(content, '.cache'), { recursive: true });
    entries.push(['New', '27 12:00'], ['Early', '28 05:40']);
    expect((await pull('28 05:43'))?.press?.edition).toBe('2026-11-28');
    expect(await stored()).toEqual(['27 Night', '27 Old', '28 New', '29 Early']);
  });

  test('hides no day that readers have seen', async () => {
    entries = [['A', '26 12:00']];
    await pull('27 05:43');
    await rm(join(content, 'press.json'));
    entries.push(['B', '27 18:00']);
    // Its press is in the evening: the days before went by the calendar.
    expect((await pull('27 19:00', { press: '22:00' }))?.press?.edition).toBe('2026-11-26');
    expect((await readPress(content))?.edition).toBe('2026-11-27');
  });
});

describe('an item that two pulls stored under two days', () => {
  test('stays under the first, and its other address leads there', async () => {
    entries = [['A', '27 12:00']];
    await pull('28 05:43');
    const [{ name = '', day = '' } = {}] = (await readItems(content)).items;
    const fileOn = (date: string) => join(content, 'items', date.replaceAll('-', '/'), `${name}.md`);
    const twin = fileOn('2026-11-29');
    await mkdir(dirname(twin), { recursive: true });
    await writeFile(twin, await readFile(fileOn(day), 'utf8'));
    const state = join(content, 'status/wire.json');
    await writeFile(
      state,
      (await readFile(state, 'utf8')).replace('"day": "2026-11-28"', '"day": "2026-11-29"'),
    );
    await pull('29 05:43');
    expect(await stored()).toEqual(['28 A']);
    expect(await readMoved(content)).toEqual({ [`2026-11-29/${name}`]: '2026-11-28' });
    // Nobody took it out, so what its publisher changes still reaches it.
    entries = [['A', '27 12:30']];
    await pull('30 05:43');
    expect(await stored()).toEqual(['28 A']);
    expect(JSON.parse(await readFile(state, 'utf8')).recent).toMatchObject([{ name, day: '2026-11-28' }]);
  });
});
