import zlib from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAgents } from './agents.ts';
import { type FetchTools, fetchDocument } from './document.ts';
import { requestFor, sampleFeed, startServer, type TestServer } from './fault-server.ts';
import { answer, redirect } from './faults.ts';
import { userAgent } from './headers.ts';
import type { FetchOutcome } from './request.ts';

const page =
  '<!DOCTYPE html><title>Harbour Lantern</title><link rel="alternate" type="application/rss+xml" href="/feed">';
const now = Date.parse('2026-11-27T03:00:00Z');
const packed = (bytes: Buffer, encoding: string) => answer(bytes, { 'content-encoding': encoding });
const feed = Buffer.from(sampleFeed);

let server: TestServer;
let dripping = 0;
beforeAll(async () => {
  server = await startServer({
    '/feed': answer(sampleFeed, {
      'content-type': 'application/rss+xml; charset=utf-8',
      etag: 'W/"tide-7"',
      'last-modified': 'Thu, 26 Nov 2026 20:00:00 GMT',
      'cache-control': 'public, max-age=900',
      'set-cookie': 'visitor=1',
    }),
    '/page': answer(page, { 'content-type': 'text/html' }),
    '/gzip': packed(zlib.gzipSync(feed), 'gzip'),
    '/x-gzip': packed(zlib.gzipSync(feed), 'x-gzip'),
    '/br': packed(zlib.brotliCompressSync(feed), 'br'),
    '/zstd': packed(zlib.zstdCompressSync(feed), 'ZSTD'),
    '/deflate': packed(zlib.deflateSync(feed), 'deflate'),
    '/raw-deflate': packed(zlib.deflateRawSync(feed), 'deflate'),
    '/gzip-in-br': packed(zlib.brotliCompressSync(zlib.gzipSync(feed)), 'gzip, br'),
    '/identity': packed(feed, 'identity'),
    '/gzip-unlabelled': answer(zlib.gzipSync(feed), { 'content-type': 'application/x-gzip' }),
    '/plain-labelled-gzip': packed(feed, 'gzip'),
    '/unchanged': (request, response) => {
      const same = request.headers['if-none-match'] === '"a"' && request.headers['if-modified-since'] === 'b';
      response.writeHead(same ? 304 : 500, { 'cache-control': 'max-age=60' }).end();
    },
    '/moved': redirect('/feed', 301),
    '/moved-twice': redirect('/moved', 308),
    '/moved-then-found': redirect('/found', 301),
    '/found': redirect('/feed', 302),
    '/moved-to-page': redirect('/page', 301),
    '/moved-unchanged': redirect('/unchanged', 301),
    '/to-han': redirect('/晚报?版=一', 302),
    '/%E6%99%9A%E6%8A%A5?%E7%89%88=%E4%B8%80': answer(sampleFeed),
    '/cookie-wall': (request, response) =>
      request.headers.cookie === 'passed=yes; lang=en'
        ? response.end(sampleFeed)
        : response
            .writeHead(302, {
              location: '/cookie-wall',
              'set-cookie': request.headers.cookie ? 'lang=en' : 'passed=yes; Path=/; HttpOnly',
            })
            .end(),
    '/with-cookie': (_request, response) =>
      response.writeHead(302, { location: '/feed', 'set-cookie': 'visitor=1' }).end(),
    '/to-secret': (_request, response) =>
      response.writeHead(302, { location: `http://name:secret@${server.host}/feed#part` }).end(),
    '/drip-on': (_request, response) => {
      dripping += 1;
      response.on('close', () => {
        dripping -= 1;
      });
      response.writeHead(302, { location: '/feed' }).write('<');
    },
    '/gone': answer('', {}, 410),
    '/moved-gone': redirect('/gone', 301),
    '/found-gone': redirect('/gone', 302),
    '/busy-once': (_request, response, visit) =>
      visit === 1
        ? response.writeHead(503, { 'retry-after': '2' }).end()
        : response.writeHead(200).end(sampleFeed),
    '/trouble': answer('', {}, 500),
    '/busy-long': answer('', { 'retry-after': '3600' }, 503),
    '/slow-down': answer('', { 'retry-after': '120' }, 429),
    '/slow-down-until': answer('', { 'retry-after': 'Fri, 27 Nov 2026 03:05:00 GMT' }, 429),
    '/slow-down-for-years': answer('', { 'retry-after': '999999999' }, 429),
    '/slow-down-garbled': answer('', { 'retry-after': 'soon' }, 429),
    '/no-end-given': (_request, response) => {
      response.socket?.end(`HTTP/1.0 200 OK\r\n\r\n${sampleFeed}`);
    },
    '/more-than-announced': (_request, response) => {
      response.socket?.end(`HTTP/1.1 200 OK\r\ncontent-length: ${feed.length}\r\n\r\n${sampleFeed}and more`);
    },
  });
});
afterAll(() => server.close());

/** Pauses are recorded and take no time. */
function tools(change: Partial<FetchTools> = {}) {
  const slept: number[] = [];
  const sleep = async (milliseconds: number) => {
    slept.push(milliseconds);
  };
  return { slept, now: () => now, random: () => 0.5, sleep, ...change };
}

const get = (path: string, change = {}) => fetchDocument(requestFor(server, path, change), tools());

describe('fetchDocument gives a document', () => {
  test('with everything that the answer says of it', async () => {
    expect(await get('/feed')).toEqual({
      kind: 'document',
      bytes: new Uint8Array(feed),
      contentType: 'application/rss+xml; charset=utf-8',
      url: server.url('/feed'),
      validators: { etag: 'W/"tide-7"', lastModified: 'Thu, 26 Nov 2026 20:00:00 GMT' },
      freshForSeconds: 900,
      movedTo: null,
    });
  });

  test.each([
    '/gzip',
    '/x-gzip',
    '/br',
    '/zstd',
    '/deflate',
    '/raw-deflate',
    '/gzip-in-br',
    '/identity',
    '/gzip-unlabelled',
    '/plain-labelled-gzip',
    '/no-end-given',
    '/more-than-announced',
  ])('sent as %s', async (path) => expect(textOf(await get(path))).toBe(sampleFeed));

  test('of exactly the largest size, and not one byte more', async () => {
    expect(await get('/gzip', { maxBytes: feed.length })).toHaveProperty('kind', 'document');
    expect(await get('/gzip', { maxBytes: feed.length - 1 })).toHaveProperty('issue.code', 'too-large');
  });

  test('even when it is a web page, which may name a feed', async () => {
    expect(textOf(await get('/page'))).toBe(page);
  });

  test('with its address, without fragment and credentials', async () => {
    const url = server.url('/found#part').replace('//', '//name:secret@');
    expect(await get('/', { url })).toHaveProperty('url', server.url('/feed'));
    expect(await get('/to-secret')).toHaveProperty('url', server.url('/feed'));
  });

  test('without reading the body of a redirect, which may be endless', async () => {
    const agents = openAgents();
    const outcome = await fetchDocument(requestFor(server, '/drip-on'), { ...tools(), agents });
    expect(outcome).toHaveProperty('kind', 'document');
    await expect.poll(() => dripping).toBe(0);
    await agents.close();
  });

  test('from an address in Chinese that was sent without escapes', async () => {
    const outcome = await get('/to-han');
    expect(textOf(outcome)).toBe(sampleFeed);
    expect(outcome).toHaveProperty('url', server.url('/%E6%99%9A%E6%8A%A5?%E7%89%88=%E4%B8%80'));
  });
});

describe('fetchDocument asks politely', () => {
  test('with its own name, and without cookies or a referrer', async () => {
    await get('/with-cookie', { url: server.url('/with-cookie#part').replace('//', '//name:secret@') });
    const sent = server.requests.slice(-2).map(({ headers }) => headers);
    for (const { cookie: _, ...headers } of sent) {
      expect(headers['user-agent']).toBe('Broadsheet/1.0 (feed reader; +https://paper.example/)');
      expect(headers['accept-encoding']).toBe('gzip, deflate, br, zstd');
      expect(headers.accept).toContain('application/atom+xml');
      expect(Object.keys(headers).sort()).toEqual([
        'accept',
        'accept-encoding',
        'connection',
        'host',
        'user-agent',
      ]);
    }
    expect(server.requests.at(-2)?.url).toBe('/with-cookie');
  });

  test('with the cookies that were set on its way, and none in the next request', async () => {
    const cookies = () => server.requests.slice(-2).map(({ headers }) => headers.cookie);
    await get('/with-cookie');
    expect(cookies()).toEqual([undefined, 'visitor=1']);
    await get('/with-cookie');
    expect(cookies()).toEqual([undefined, 'visitor=1']);
  });

  test('as often as a site sends it round until its cookie comes back', async () => {
    expect(await get('/cookie-wall')).toMatchObject({ kind: 'document', url: server.url('/cookie-wall') });
  });

  test('with the given Accept header', async () => {
    await get('/page', { accept: 'text/html' });
    expect(server.requests.at(-1)?.headers.accept).toBe('text/html');
  });

  test('whether the document has changed', async () => {
    const validators = { etag: '"a"', lastModified: 'b' };
    expect(await get('/unchanged', { validators })).toEqual({
      kind: 'unchanged',
      freshForSeconds: 60,
      movedTo: null,
    });
    expect(await get('/moved-unchanged', { validators })).toHaveProperty('movedTo', server.url('/unchanged'));
  });

  test('without validators that would break the request', async () => {
    const validators = { etag: '"a"\r\nx-evil: 1', lastModified: '\u0000' };
    expect(await get('/feed', { validators })).toHaveProperty('kind', 'document');
    expect(server.requests.at(-1)?.headers).not.toHaveProperty('x-evil');
  });
});

describe('fetchDocument tells where a feed has moved to', () => {
  test.each([
    ['/moved', '/feed'],
    ['/moved-twice', '/feed'],
  ])('when %s is permanent', async (from, to) => {
    expect(await get(from)).toMatchObject({ url: server.url(to), movedTo: server.url(to) });
  });

  test.each(['/feed', '/found', '/moved-then-found', '/moved-to-page'])('but not for %s', async (from) => {
    expect(await get(from)).toMatchObject({ kind: 'document', movedTo: null });
  });

  test('and that it is gone, unless a temporary redirect led there', async () => {
    expect(await get('/gone')).toMatchObject({ kind: 'gone', issue: { code: 'http-410' } });
    expect(await get('/moved-gone')).toHaveProperty('kind', 'gone');
    expect(await get('/found-gone')).toMatchObject({ kind: 'failed', issue: { code: 'http-410' } });
  });
});

describe('fetchDocument tries again', () => {
  test('after the pause that the server asks for', async () => {
    const given = tools();
    expect(textOf(await fetchDocument(requestFor(server, '/busy-once'), given))).toBe(sampleFeed);
    expect(given.slept).toEqual([2000]);
  });

  test('twice at most, each time later, with jitter', async () => {
    const failing = await startServer({ '/': answer('', {}, 500) });
    const early = tools({ random: () => 0 });
    const late = tools({ random: () => 1 });
    await fetchDocument(requestFor(failing, '/', { deadlineMs: 30_000 }), early);
    await fetchDocument(requestFor(failing, '/', { deadlineMs: 30_000 }), late);
    expect(early.slept).toEqual([500, 1500]);
    expect(late.slept).toEqual([1500, 4500]);
    await failing.close();
  });

  test('not when the pause would exceed the deadline', async () => {
    const given = tools();
    const outcome = await fetchDocument(requestFor(server, '/busy-long'), given);
    expect(outcome).toMatchObject({ kind: 'failed', issue: { code: 'http-503' }, retryAfterSeconds: 3600 });
    expect(given.slept).toEqual([]);
  });

  test('not after the deadline', async () => {
    const outcome = await fetchDocument(
      requestFor(server, '/trouble', { deadlineMs: 200 }),
      tools({
        now: () => 0,
        random: () => -0.5,
        sleep: (_milliseconds, signal) =>
          new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
      }),
    );
    expect(outcome).toHaveProperty('issue.code', 'http-500');
  });

  test.each([
    ['/slow-down', 120],
    ['/slow-down-until', 300],
    ['/slow-down-for-years', 86_400],
    ['/slow-down-garbled', null],
  ])('not when asked to slow down: %s', async (path, retryAfterSeconds) => {
    const before = server.requests.length;
    expect(await get(path)).toMatchObject({ kind: 'failed', issue: { code: 'http-429' }, retryAfterSeconds });
    expect(server.requests.length - before).toBe(1);
  });
});

describe('fetchDocument never throws', () => {
  test.each(['', 'harbour', 'http://', 'https://%', 'http://a b/', 'http://x:99999/'])(
    'for %j',
    async (url) => {
      expect(await get('/', { url })).toMatchObject({ kind: 'failed', issue: { code: 'bad-address' } });
    },
  );

  test.each(['ftp://files.example/feed', 'file:///etc/passwd', 'javascript:1', 'data:text/xml,<rss/>'])(
    'for %s',
    async (url) => {
      expect(await get('/', { url })).toMatchObject({ kind: 'failed', issue: { code: 'bad-scheme' } });
    },
  );

  test('for a User-Agent that no header can carry', async () => {
    expect(await get('/feed', { userAgent: 'line\nbreak' })).toHaveProperty('kind', 'failed');
  });
});

describe('userAgent', () => {
  test('names the program and the address of the site', () => {
    expect(userAgent('https://paper.example/daily')).toBe(
      'Broadsheet/1.0 (feed reader; +https://paper.example/daily)',
    );
    expect(userAgent(null)).toBe('Broadsheet/1.0 (feed reader)');
    for (const hidden of [
      'not an address',
      'http://127.0.0.1:14817/',
      'http://localhost/',
      'http://[::1]/',
      'https://me:secret@paper.example/',
    ])
      expect(userAgent(hidden)).toBe('Broadsheet/1.0 (feed reader)');
    expect(userAgent('https://报纸.example/日\n报')).toMatch(/^[\x20-\x7e]+$/);
  });
});

function textOf(outcome: FetchOutcome): string {
  return outcome.kind === 'document' ? Buffer.from(outcome.bytes).toString() : JSON.stringify(outcome);
}
