import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import type { FeedConfig } from '../../src/config/schema.ts';
import { type FeedState, newFeedState } from '../../src/store/feed-state.ts';
import { startServer, type TestServer } from '../fetch/fault-server.ts';
import { readFeedState, writeFeedState } from '../store/feed-states.ts';
import { pullPaper } from './pull-paper.ts';
import { askAboutShippedFeeds } from './shipped.ts';

let server: TestServer;
let content: string;
const entry = (title: string) =>
  `<item><guid>${title}</guid><title>${title}</title><pubDate>Fri, 20 Nov 2026 00:00:00 GMT</pubDate></item>`;

beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'broadsheet-former-'));
  const rss = `<rss version="2.0"><channel><title>T</title>${entry('Report')}${entry('Lottery')}</channel></rss>`;
  server = await startServer({
    '/wire': (_, answer) => answer.end(rss),
    '/coast': (_, answer) => answer.end(rss),
    '/gone': (_, answer) => answer.writeHead(404).end(),
  });
});
afterEach(async () => {
  await server.close();
  await rm(content, { recursive: true, force: true });
});

async function pull(feeds: string[], now = '2026-11-21T05:00:00Z') {
  const list = feeds.map((feed) => `  - {${feed.replace('@', `http://${server.host}/`)}}`).join('\n');
  const read = readConfig(
    `site: {title: P, timeZone: UTC}\npull: {allowPrivateHosts: ["${server.host}"]}\nfeeds:\n${list}\n`,
    'digest.yaml',
  );
  if (!('config' in read)) throw new Error(JSON.stringify(read.problems));
  const quiet = { siteUrl: 'https://paper.example/', force: true, onFeed: () => {}, onWait: () => {} };
  return pullPaper({ ...quiet, config: read.config, content, now: new Date(now) });
}
const stateOf = (feed: string) => readFeedState(content, feed, `http://${server.host}/${feed}`);
const wire = 'id: wire, url: "@wire", republish: excerpt, pictures: none, mute: [Lottery]';
const coast = 'id: coast, url: "@coast"';
const restrictions = { republish: 'excerpt', pictures: 'none', mute: ['Lottery'] };

describe('a pull', () => {
  test('keeps what restricts a feed with its state, and counts by it once the feed has left', async () => {
    await pull([wire, coast]);
    expect((await stateOf('wire')).restrictions).toEqual(restrictions);
    expect((await stateOf('coast')).restrictions).toBeUndefined();
    const volume = () => readFile(join(content, 'volumes/2026-11.json'), 'utf8');
    const before = await volume();
    await pull([coast], '2026-11-22T05:00:00Z');
    expect((await stateOf('wire')).restrictions).toEqual(restrictions);
    expect(await volume()).toBe(before);
    expect(before).toMatch(/"wire": 1\b/);
  });

  test('keeps the settings of today, of feeds that are off, retired or failing too', async () => {
    await pull([wire]);
    await pull(['id: wire, url: "@wire", republish: excerpt, enabled: false']);
    expect((await stateOf('wire')).restrictions).toEqual({ republish: 'excerpt' });
    await pull(['id: wire, url: "@wire"']);
    expect((await stateOf('wire')).restrictions).toBeUndefined();
    await pull([
      coast,
      'id: isle, url: "@isle", mute: [x], retire: true',
      'id: gone, url: "@gone", mute: [y]',
    ]);
    expect((await stateOf('isle')).restrictions).toEqual({ mute: ['x'] });
    expect((await stateOf('gone')).restrictions).toEqual({ mute: ['y'] });
  });

  test('does not ask for a retired feed', async () => {
    const report = await pull([coast, 'id: wire, url: "@wire", retire: true']);
    expect(report?.feeds.map(({ feed, status }) => `${feed} ${status}`)).toEqual(['coast ok', 'wire off']);
    expect(server.requests.some(({ url }) => url === '/wire')).toBe(false);
  });

  test('brings no article again of a feed whose id was changed', async () => {
    await pull([coast]);
    const renamed = await pull(['id: shore, url: "@coast"'], '2026-11-22T05:00:00Z');
    expect(renamed?.feeds).toMatchObject([{ feed: 'shore', added: 0, issues: [] }]);
    const again = await pull(['id: shore, url: "@coast"'], '2026-11-23T05:00:00Z');
    expect(again?.feeds).toMatchObject([{ added: 0 }]);
    const other = await pull(['id: shore, url: "@wire"'], '2026-11-24T05:00:00Z');
    expect(other?.feeds).toMatchObject([{ added: 2 }]);
  });

  test('changes no file when nothing is new', async () => {
    await pull([wire]);
    const file = join(content, 'status/wire.json');
    const before = await readFile(file, 'utf8');
    await pull([wire], '2026-11-22T05:00:00Z');
    expect(await readFile(file, 'utf8')).toBe(before);
  });
});

describe('what shipped feeds left', () => {
  const [shipped, other] = shippedFeeds();
  const day = { digest: '0'.repeat(40), minutes: 1, feeds: { [shipped.id]: 3, mine: 1 } };
  const volumes = [
    { month: '2026-11', digest: '0'.repeat(40), rules: '', days: { '2026-11-20': day }, hidden: {} },
  ];
  const now = new Date('2026-11-22T05:00:00Z');
  const state = (more: Partial<FeedState> = {}) => ({
    ...newFeedState(shipped.id, shipped.url),
    lastSuccessAt: '2026-11-20T05:00:00.000Z',
    ...more,
  });
  const ask = (states: FeedState[], feeds: string[] = ['mine']) => {
    const read = readConfig(
      `site: {title: P}\nfeeds: [${feeds.map((id) => `{id: ${id}, url: "https://mine.example/"}`).join(', ')}]`,
      'digest.yaml',
    );
    if (!('config' in read)) throw new Error('wrong');
    return askAboutShippedFeeds(read.config, states, volumes, now);
  };

  test('is asked about, with the command that removes it', async () => {
    const never = { ...newFeedState(other.id, other.url), lastSuccessAt: '2026-11-20T05:00:00.000Z' };
    expect(await ask([state(), never])).toMatchObject({
      code: 'shipped-feeds-left',
      message: expect.stringMatching(new RegExp(`^${shipped.id} came .*\\(3 articles\\)$`)),
      hint: expect.stringContaining(`npm run forget -- ${shipped.id} (and`),
    });
  });

  test('is not asked about after two weeks, while the feed is listed, or when its address is the owner’s own', async () => {
    expect(await ask([state({ lastSuccessAt: '2026-11-01T05:00:00.000Z' })])).toBeNull();
    expect(await ask([state()], [shipped.id])).toBeNull();
    expect(await ask([state({ url: 'https://mine.example/feed' })])).toBeNull();
  });

  test('is asked about by a pull', async () => {
    expect((await pull([coast, `id: ${shipped.id}, url: "@wire"`]))?.issues).toEqual([]);
    await writeFeedState(content, { ...(await stateOf(shipped.id)), url: shipped.url });
    const report = await pull([coast]);
    expect(report?.issues).toMatchObject([{ feed: '', message: expect.stringContaining('(2 articles)') }]);
  });
});

function shippedFeeds(): [FeedConfig, FeedConfig] {
  const text = readFileSync(new URL('shipped-digest.yaml', import.meta.url), 'utf8');
  const read = readConfig(text, 'digest.yaml');
  const [first, second] = 'config' in read ? read.config.feeds : [];
  if (first === undefined || second === undefined) throw new Error('no shipped feeds');
  return [first, second];
}
