import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newFeedState } from '../../src/store/feed-state.ts';
import { startServer, type TestServer } from '../fetch/fault-server.ts';
import { writeFeedState } from '../store/feed-states.ts';

const item = (title: string) =>
  `<item><title>${title}</title><guid>${title}</guid><pubDate>Sat, 21 Nov 2026 06:00:00 GMT</pubDate></item>`;
const rss = (inside: string) => `<rss version="2.0"><channel><title>T</title>${inside}</channel></rss>`;
const red = '\u001b[31m';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({
    '/good': (_, answer) => answer.end(rss(item('one') + item('two'))),
    '/cut': (_, answer) => answer.end(`<rss version="2.0"><channel>${item('whole')}<item><title>half`),
    '/page': (_, answer) =>
      answer.setHeader('content-type', 'text/html').end('<!doctype html><html><body>Sign in</body></html>'),
    '/named': (_, answer) =>
      answer
        .setHeader('content-type', 'text/html')
        .end(
          '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/good"></head></html>',
        ),
    '/closed': (_, answer) => answer.writeHead(410).end(),
    '/old': (_, answer) => answer.writeHead(301, { location: '/good' }).end(),
  });
});
afterAll(() => server.close());

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-doctor-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const content = () => join(folder, 'content');

/** Runs `npm run doctor` on a paper of these feeds, a line of YAML each; null leaves the list out. */
function doctor(feeds: string[] | null, ...args: string[]) {
  const config = join(folder, 'digest.yaml');
  const pull = `pull: {allowPrivateHosts: ["${server.host}"]}`;
  if (feeds !== null)
    writeFileSync(
      config,
      ['site: {title: P}', pull, 'feeds:', ...feeds.map((feed) => `  - ${feed}`)].join('\n'),
    );
  const env = { ...process.env, BROADSHEET_CONFIG: config, BROADSHEET_CONTENT: content() };
  return new Promise<{ code: number; out: string; err: string }>((done) =>
    execFile(process.execPath, ['scripts/doctor.ts', ...args], { env }, (error, out, err) =>
      done({ code: Number(error?.code ?? 0), out, err }),
    ),
  );
}
const feed = (id: string, path = id, more = '') => `{id: ${id}, url: "${server.url(`/${path}`)}"${more}}`;

// Each test starts a program, which is slow on a busy machine.
describe('npm run doctor', { timeout: 30_000 }, () => {
  test('reports that all is well and how many feeds the next run asks, and writes nothing', async () => {
    const { code, out } = await doctor([feed('good'), feed('rest', 'rest', ', enabled: false')]);
    expect(out).toContain('✓ good: 2 items, the newest of 2026-11-21');
    expect(out).toContain('· rest is off');
    expect(out).toContain('✓ the next run asks 1 of 2 feeds');
    expect(out).toContain('not pulled yet: good');
    expect(out).toMatch(/✓ Node \d+\.\d+\.\d+ runs/);
    expect(out).toMatch(/GB of disk space are free\n.*the repository takes \d+(\.\d)? [MG]B/);
    expect(out).toContain('All is well.');
    expect(code).toBe(0);
    expect(readdirSync(folder)).toEqual(['digest.yaml']);
    expect(server.requests.some(({ url }) => url === '/rest')).toBe(false);
  });

  test('reports a damaged or moved feed as a worry, and ends with 0', async () => {
    const { code, out } = await doctor([feed('cut'), feed('old')]);
    expect(out).toMatch(/· cut: \d items.*; .+\n {4}→ /);
    expect(out).toMatch(/· old: 2 items.*moved for good to .+\n {4}→ put that address into digest\.yaml/);
    expect(code).toBe(0);
  });

  test('reads the feed that a web page names, and says which address to configure', async () => {
    const { code, out } = await doctor([feed('named')]);
    expect(out).toMatch(/· named: 2 items.*web page.*\n {4}→ .*\/good$/m);
    expect(code).toBe(0);
  });

  test('ends with 1 and a hint for every feed without items', async () => {
    const { code, out } = await doctor([feed('good'), feed('page'), feed('closed'), feed('missing')]);
    for (const words of ['page: .*web page', 'closed: .*410', 'missing: .*404'])
      expect(out).toMatch(new RegExp(`^✗ ${words}.*\\n {4}→ \\S`, 'm'));
    expect(out).toContain('3 things need mending');
    expect(code).toBe(1);
  });

  test('reports what the states say: failures, a closed feed, a new address', async () => {
    const state = (id: string) => newFeedState(id, server.url('/good'));
    const failure = {
      since: '2026-11-19T22:00:00.000Z',
      count: 3,
      code: 'dns',
      message: 'gone',
      hint: 'look',
    };
    await writeFeedState(content(), { ...state('sick'), failure });
    await writeFeedState(content(), {
      ...state('shut'),
      retired: true,
      goneAt: new Date().toISOString(),
      failure,
    });
    await writeFeedState(content(), { ...state('away'), movedTo: 'https://new.example/' });
    const { code, out } = await doctor(['sick', 'shut', 'away'].map((id) => feed(id, 'good')));
    expect(out).toContain('· sick has failed 3 times since 2026-11-19: gone\n    → look');
    expect(out).toContain('✗ shut is closed by its publisher\n    → ');
    expect(out.match(/^. shut/gm)).toHaveLength(1);
    expect(out).toContain('· away has moved\n    → set its url to https://new.example/');
    expect(out).toContain('the next run asks 2 of 3 feeds');
    expect(code).toBe(1);
  });

  test('counts what the pages of a feed with fullText were instead of articles', async () => {
    const barren = Array.from({ length: 9 }, (_, index) => (index < 6 ? 'login' : 'failed http-403'));
    const write = (id: string, pages: string[]) =>
      writeFeedState(content(), { ...newFeedState(id, server.url('/good')), pages });
    await write('walled', barren);
    await write('fine', ['article', 'article', 'pdf']);
    const { out, code } = await doctor(['walled', 'fine'].map((id) => feed(id, 'good', ', fullText: true')));
    expect(out).toContain(
      '· walled: 9 of its last 9 pages had no article (6 login, 3 failed http-403); a pull asks for one page only\n    → ',
    );
    expect(out).not.toContain('fine: 1 of');
    expect(code).toBe(0);
  });

  test('reports articles that are not stored although the last pull saw them', async () => {
    const recent = [{ name: 'sick-000000000001', day: '2026-11-20', digest: 'x' }];
    await writeFeedState(content(), { ...newFeedState('sick', server.url('/good')), recent });
    const { code, out } = await doctor([feed('sick', 'good')]);
    expect(out).toMatch(
      /· sick: 1 article of its last documents are not stored .*\n {4}→ .*status\/sick\.json/,
    );
    expect(code).toBe(0);
  });

  test('reports a single failure with its day', async () => {
    const since = '2026-11-19T22:00:00.000Z';
    const failure = { since, count: 1, code: 'dns', message: 'gone', hint: 'look' };
    await writeFeedState(content(), { ...newFeedState('sick', server.url('/good')), failure });
    const { out } = await doctor([feed('sick', 'good')]);
    expect(out).toContain('· sick failed once, on 2026-11-19: gone');
  });

  test('prints only plain text of what a feed says', async () => {
    const failure = {
      since: '2026-11-19T22:00:00.000Z',
      count: 1,
      code: 'x',
      message: `${red}\n::error::`,
      hint: '',
    };
    await writeFeedState(content(), { ...newFeedState('sick', server.url('/good')), failure });
    const { out } = await doctor([feed('sick', 'good'), feed('old')]);
    expect(out).toContain('::error::');
    expect(out).not.toContain('\u001b');
    expect(out).not.toMatch(/^\s*::/m);
  });

  test('ends with 2 when digest.yaml is wrong or missing, and for an unknown option', async () => {
    expect(await doctor(['{id: a}'])).toMatchObject({ code: 2, err: expect.stringContaining(':4:') });
    rmSync(join(folder, 'digest.yaml'));
    const [missing, wrong, help] = await Promise.all([
      doctor(null),
      doctor(null, '--fix'),
      doctor(null, '--help'),
    ]);
    expect(missing).toMatchObject({ code: 2, err: expect.stringContaining('There is no file') });
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('--fix') });
    expect(help).toMatchObject({ code: 0, out: expect.stringContaining('Exit codes') });
    expect(existsSync(content())).toBe(false);
  });
});
