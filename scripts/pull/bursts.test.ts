import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import { readItems } from '../../src/paper/read-content.ts';
import { startServer, type TestServer } from '../fetch/fault-server.ts';
import { pullPaper } from './pull-paper.ts';

/** The numbers of the entries that the feed lists; the greater, the newer. */
let listed: number[];
let server: TestServer;
let content: string;
const hour = 3_600_000;
const night = (number: number) => new Date(Date.UTC(2026, 10, 20 + number, 5, 43));

beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'broadsheet-bursts-'));
  server = await startServer({
    '/wire': (request, answer) => {
      const etag = `"${listed.join()}"`;
      if (request.headers['if-none-match'] === etag) return answer.writeHead(304).end();
      answer.setHeader('etag', etag);
      return answer.end(
        `<rss version="2.0"><channel><title>W</title>${listed.map(item).join('')}</channel></rss>`,
      );
    },
  });
});
afterEach(async () => {
  await server.close();
  await rm(content, { recursive: true, force: true });
});

/** Ten entries an hour, the last of them at the second night. */
const item = (number: number) =>
  `<item><guid isPermaLink="false">${number}</guid><title>Report ${number}</title><pubDate>${new Date(
    night(2).getTime() - (100 - number) * (hour / 10),
  ).toUTCString()}</pubDate></item>`;
const range = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => from - index);

async function pull(number: number) {
  const yaml = `site: {title: P, timeZone: UTC}
pull: {allowPrivateHosts: ["${server.host}"]}
feeds: [{id: wire, url: "${server.url('/wire')}", maxItems: 20}]`;
  const read = readConfig(yaml, 'digest.yaml');
  if (!('config' in read)) throw new Error(JSON.stringify(read.problems));
  const quiet = { siteUrl: 'https://paper.example/', force: true, onFeed: () => {}, onWait: () => {} };
  const report = await pullPaper({ ...quiet, config: read.config, content, now: night(number) });
  const [feed] = report?.feeds ?? [];
  return { added: feed?.added, codes: feed?.issues.map(({ code }) => code), issues: feed?.issues ?? [] };
}
const stored = async () => (await readItems(content)).items.map(({ id }) => Number(id)).sort((a, b) => b - a);

describe('a burst of more entries than a pull takes', () => {
  test('is taken on the next nights while the feed lists it, newest first, and the report says how many wait', async () => {
    listed = range(10, 1);
    expect(await pull(1)).toMatchObject({ added: 10, codes: [] });
    listed = range(60, 1);
    const first = await pull(2);
    expect(first).toMatchObject({ added: 20, codes: ['entries-wait'] });
    expect(first.issues[0]?.message).toBe('30 new entries did not fit into this pull and wait');
    expect(await stored()).toEqual([...range(60, 41), ...range(10, 1)]);
    // The document has not changed, and its server would say so.
    expect(await pull(3)).toMatchObject({ added: 20, codes: ['entries-wait'] });
    expect(await stored()).toEqual([...range(60, 21), ...range(10, 1)]);
    expect(await pull(4)).toMatchObject({ added: 10, codes: [] });
    expect(await stored()).toEqual(range(60, 1));
    const state = () => readFile(join(content, 'status/wire.json'), 'utf8');
    const before = await state();
    expect(JSON.parse(before)).not.toHaveProperty('waiting');
    expect(await pull(5)).toMatchObject({ added: 0, codes: [] });
    expect(await state()).toBe(before);
  });

  test('is counted as gone once the feed lists it no more', async () => {
    listed = range(10, 1);
    await pull(1);
    listed = range(60, 1);
    await pull(2);
    listed = range(70, 31);
    const { added, issues } = await pull(3);
    expect(added).toBe(20);
    expect(issues.map(({ message }) => message)).toEqual([
      '20 new entries left the feed before a pull had room for them',
    ]);
    expect((await stored()).filter((number) => number > 10)).toEqual(range(70, 31));
    expect(await pull(4)).toMatchObject({ added: 0, codes: [] });
  });

  test('of a first pull is taken as far as it is of the last week', async () => {
    listed = range(90, 41);
    expect(await pull(2)).toMatchObject({ added: 20, codes: ['entries-wait'] });
    expect(await pull(3)).toMatchObject({ added: 20 });
    expect(await pull(4)).toMatchObject({ added: 10, codes: [] });
    expect(await stored()).toEqual(range(90, 41));
  });
});
