import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from './fetch/fault-server.ts';
import { answer } from './fetch/faults.ts';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await startServer({
    '/': answer('<!doctype html><html><link rel="alternate" type="application/rss+xml" href="/feed.xml">', {
      'content-type': 'text/html',
    }),
    '/feed.xml': answer(
      '<rss version="2.0"><channel><title>海港日报</title><item><title>潮\u001b[31m汐</title></item></channel></rss>',
    ),
  });
});
afterAll(() => server.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-add-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'digest.yaml');
const list = (feeds: string) =>
  writeFileSync(file(), `site: {title: P}\npull: {allowPrivateHosts: ["${server.host}"]}\nfeeds:${feeds}\n`);
const add = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((done) =>
    execFile(process.execPath, ['scripts/add.ts', '--config', file(), ...args], (error, out, err) =>
      done({ code: Number(error?.code ?? 0), out, err }),
    ),
  );

describe('npm run add', () => {
  test('shows the headlines and writes the feed below those that are there', async () => {
    list('\n  - id: a # mine\n    url: https://a.example/');
    const { code, out } = await add(server.url('/'));
    expect(out).toContain('海港日报');
    expect(out).toContain('潮[31m汐');
    expect(code).toBe(0);
    const text = readFileSync(file(), 'utf8');
    expect(text).toContain(`  - id: a # mine\n    url: https://a.example/\n`);
    expect(text).toContain(
      `  - id: hai-gang-ri-bao\n    title: 海港日报\n    url: ${server.url('/feed.xml')}\n`,
    );
    expect((await add(server.url('/feed.xml'))).out).toContain('already');
    expect(readFileSync(file(), 'utf8')).toBe(text);
  });

  test('writes nothing in a dry run', async () => {
    list('\n  - {id: a, url: "https://a.example/"}');
    const before = readFileSync(file(), 'utf8');
    expect((await add(server.url('/feed.xml'), '--dry-run')).out).toContain('Would be added');
    expect(readFileSync(file(), 'utf8')).toBe(before);
  });

  test('gives the next step for a site without feeds, and asks nobody', async () => {
    const { code, err } = await add('https://x.com/quay');
    expect(code).toBe(1);
    expect(err).toContain('X has no feeds of its own.');
    expect(err).toContain("allowPrivateHosts: ['127.0.0.1:1200']");
    expect(err).toContain('http://127.0.0.1:1200/twitter/user/quay');
  });

  test('says what is wrong with the list of feeds before anything else', async () => {
    writeFileSync(file(), 'site: {titel: P}\nfeeds: []\n');
    expect(await add(server.url('/'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('did you mean title?'),
    });
  });

  test.each([[[]], [['a b']], [['https://a.example/', 'https://b.example/']]])('refuses %j', async (args) => {
    expect(await add(...args)).toMatchObject({ code: 2, out: '' });
  });
});
