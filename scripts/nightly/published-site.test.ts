import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

/** Runs the last step of the nightly workflow, which checks whether readers get what was built. */
describe('the check of the published site', () => {
  const step = parse(readFileSync('.github/workflows/nightly.yml', 'utf8')).jobs.publish.steps.at(-1);
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-look-'));
  const summary = join(folder, 'summary.md');
  const edition = '<h1>today</h1>';
  const feed = '<rss/>';
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs the step against a site that answers with these pages, by path; its pauses take no time. */
  async function look(pages: (path: string, visit: number) => string | null) {
    let visits = 0;
    const server = createServer((request, response) => {
      visits += 1;
      const page = pages(request.url?.split('?')[0] ?? '', visits);
      response.writeHead(page === null ? 404 : 200).end(page ?? '');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    writeFileSync(summary, '');
    const env = {
      ...process.env,
      SITE: `http://127.0.0.1:${(server.address() as AddressInfo).port}/paper/`,
      HOME_DIGEST: digest(edition),
      FEED_DIGEST: digest(feed),
      GITHUB_RUN_ID: '7',
      GITHUB_STEP_SUMMARY: summary,
    };
    const shell = `sleep() { :; }\n${step.run}`;
    const result = await new Promise<{ code: number; out: string }>((done) =>
      execFile('bash', ['-e', '-o', 'pipefail', '-c', shell], { env }, (error, out) =>
        done({ code: Number(error?.code ?? 0), out }),
      ),
    );
    server.close();
    return { ...result, summary: readFileSync(summary, 'utf8') };
  }
  const today = (path: string) => (path === '/paper/' ? edition : path === '/paper/rss.xml' ? feed : null);

  test('passes when the home page and the feed are those that were built', async () => {
    const { code, summary } = await look(today);
    expect(code).toBe(0);
    expect(summary).toMatch(/^The new edition is at http:.+\/paper\/\n$/);
  });

  test('waits while the site still shows the last edition', async () => {
    const { code } = await look((path, visit) => (visit < 4 ? 'yesterday' : today(path)));
    expect(code).toBe(0);
  });

  test.each([
    ['yesterday stays', () => 'yesterday'],
    ['the feed is missing', (path: string) => (path === '/paper/' ? edition : null)],
    ['nothing is there', () => null],
  ])('fails, and says what to do, when %s', async (_, pages) => {
    const { code, out, summary } = await look(pages);
    expect(code).toBe(1);
    expect(out).toMatch(/^::error::.+run this workflow again\.$/m);
    expect(summary).toBe('');
  });
});
