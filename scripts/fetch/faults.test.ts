import zlib from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchDocument } from './document.ts';
import {
  type Handler,
  requestFor,
  sampleFeed,
  startCanary,
  startServer,
  type TestServer,
} from './fault-server.ts';
import { answer, bomb, drip, endless, raw, redirect } from './faults.ts';
import type { FetchOutcome } from './request.ts';

/** What the server does at a path of each, and the code of the issue that must follow. */
const faults: Record<string, { does: Handler; code: string; asked?: number; deadlineMs?: number }> = {
  'never answers': { does: () => {}, code: 'timeout', deadlineMs: 150 },
  'sends headers and no body': {
    does: (_request, response) => response.writeHead(200).flushHeaders(),
    code: 'timeout',
    deadlineMs: 150,
  },
  'drips its body': { does: drip('<', 5), code: 'timeout', deadlineMs: 200 },
  'drips its headers': {
    does: raw('HTTP/1.1 200 OK\r\n', (socket) => {
      const timer = setInterval(() => socket.write('x-more: 1\r\n'), 10);
      socket.on('close', () => clearInterval(timer));
    }),
    code: 'timeout',
    deadlineMs: 200,
  },
  'drips the page of a redirect': {
    does: (_request, response) => {
      response.writeHead(302, { location: '/never%20answers' }).write('<');
    },
    code: 'timeout',
    deadlineMs: 200,
  },
  'sends without end': { does: endless(64), code: 'too-large' },
  'announces more than is allowed': {
    does: (_request, response) => response.writeHead(200, { 'content-length': '9000000' }).write('<rss>'),
    code: 'too-large',
  },
  'sends a gzip bomb': { does: answer(bomb(100), { 'content-encoding': 'gzip' }), code: 'too-large' },
  'sends a gzip bomb without its label': { does: answer(bomb(64)), code: 'too-large' },
  'sends a gzip bomb within gzip': {
    does: answer(zlib.gzipSync(bomb(64)), { 'content-encoding': 'gzip, gzip' }),
    code: 'too-large',
  },
  'sends a brotli bomb': {
    does: answer(bomb(32, zlib.brotliCompressSync), { 'content-encoding': 'br' }),
    code: 'too-large',
  },
  'sends a zstd bomb': {
    does: answer(bomb(64, zlib.zstdCompressSync), { 'content-encoding': 'zstd' }),
    code: 'too-large',
  },
  'sends zstd that wants 128 MB to be unpacked in': {
    does: answer(Buffer.from('28b52ffd008829000068656c6c6f', 'hex'), {
      'content-encoding': 'zstd',
    }),
    code: 'bad-encoding',
  },
  'sends damaged gzip': {
    does: answer(Buffer.concat([zlib.gzipSync('').subarray(0, 10), Buffer.from('not deflated')]), {
      'content-encoding': 'gzip',
    }),
    code: 'bad-encoding',
  },
  'sends half a gzip': {
    does: answer(zlib.gzipSync(sampleFeed).subarray(0, 60), { 'content-encoding': 'gzip' }),
    code: 'truncated',
    asked: 3,
  },
  'packs in an unknown way': {
    does: answer(sampleFeed, { 'content-encoding': 'lzma' }),
    code: 'unsupported-encoding',
  },
  'packs three times over': {
    does: answer(bomb(1), { 'content-encoding': 'gzip, gzip, gzip' }),
    code: 'unsupported-encoding',
  },
  'ends before its content-length': {
    does: raw(`HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n${sampleFeed}`),
    code: 'truncated',
    asked: 3,
  },
  'ends before its last chunk': {
    does: raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n<rss>\r\n'),
    code: 'truncated',
    asked: 3,
  },
  'gives two content-lengths': {
    does: raw('HTTP/1.1 200 OK\r\ncontent-length: 3\r\ncontent-length: 5\r\n\r\nabcde'),
    code: 'truncated',
    asked: 3,
  },
  'resets at once': {
    does: (_request, response) => response.socket?.resetAndDestroy(),
    code: 'reset',
    asked: 3,
  },
  'resets in the middle': {
    does: raw('HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n<rss>', (socket) => socket.resetAndDestroy()),
    code: 'reset',
    asked: 3,
  },
  'hangs up at once': { does: raw(''), code: 'reset', asked: 3 },
  'does not speak HTTP': { does: raw('SSH-2.0-OpenLantern\r\n'), code: 'bad-http' },
  'sends endless headers': {
    does: raw(`HTTP/1.1 200 OK\r\nx-much: ${'m'.repeat(200_000)}\r\n\r\n`),
    code: 'bad-http',
  },
  'redirects to itself': { does: redirect('/redirects%20to%20itself'), code: 'redirect-loop' },
  'redirects to nowhere': {
    does: (_request, response) => response.writeHead(302).end(),
    code: 'bad-redirect',
  },
  'redirects to what is no address': { does: redirect('http://[half/'), code: 'bad-redirect' },
  'redirects to a file': { does: redirect('file:///etc/passwd'), code: 'bad-scheme' },
  'redirects to data': { does: redirect('data:text/xml,<rss/>'), code: 'bad-scheme' },
  'is empty': { does: answer('', { 'content-type': 'application/rss+xml' }), code: 'empty' },
  'is blank': { does: answer('\uFEFF \r\n\t\n'), code: 'empty' },
  'has no content': { does: answer('', {}, 204), code: 'empty' },
  'gives a JSON error': {
    does: answer('{"error":{"code":17,"message":"quota"}}', { 'content-type': 'application/json' }),
    code: 'json-error',
  },
  'checks for robots with 200': {
    does: answer('<!DOCTYPE html><title>Just a moment...</title><p>Wait.', { 'content-type': 'text/html' }),
    code: 'challenge-page',
  },
  'checks for robots with 403': {
    does: answer('<!DOCTYPE html><title>安全验证</title><p>请拖动滑块', {}, 403),
    code: 'challenge-page',
  },
  'checks for robots with 503': {
    does: answer('<html><script>window._cf_chl_opt={}</script>', {}, 503),
    code: 'challenge-page',
    asked: 1,
  },
  'checks for robots in a header': {
    does: answer('', { 'cf-mitigated': 'challenge' }, 403),
    code: 'challenge-page',
  },
  'refuses and drips the reason': {
    does: drip('<', 5, 403),
    code: 'http-403',
    deadlineMs: 200,
  },
  'wants a login': { does: answer('', { 'www-authenticate': 'Basic' }, 401), code: 'http-401' },
  forbids: { does: answer('<html><title>403</title>', {}, 403), code: 'http-403' },
  'has nothing there': { does: answer('', {}, 404), code: 'http-404', asked: 1 },
  'does not like the method': { does: answer('', {}, 405), code: 'http-405' },
  'is barred by law': { does: answer('', {}, 451), code: 'http-451' },
  'is a teapot': { does: answer('', {}, 418), code: 'http-418' },
  'asks us to slow down': { does: answer('', {}, 429), code: 'http-429', asked: 1 },
  fails: { does: answer('', {}, 500), code: 'http-500', asked: 3 },
  'has a broken gateway': { does: answer('', {}, 502), code: 'http-502', asked: 3 },
  'is not built for this': { does: answer('', {}, 501), code: 'http-501', asked: 1 },
  'says "not modified" unasked': { does: answer('', {}, 304), code: 'http-304' },
  'offers a choice': { does: answer('', {}, 300), code: 'http-300' },
};

const pathOf = (name: string) => `/${encodeURIComponent(name)}`;
const instantly = { sleep: async () => {}, random: () => 0 };
let server: TestServer;

beforeAll(async () => {
  const handlers = Object.entries(faults).map(([name, { does }]) => [pathOf(name), does]);
  server = await startServer({
    ...Object.fromEntries(handlers),
    '/loop-a': redirect('/loop-b', 301),
    '/loop-b': redirect('/loop-a', 301),
    ...Object.fromEntries(
      Array.from({ length: 9 }, (_, step) => [`/step-${step}`, redirect(`/step-${step + 1}`)]),
    ),
  });
});
afterAll(() => server.close());

describe('fetchDocument reports a server that', () => {
  test.each(Object.entries(faults))('%s', async (name, { code, asked, deadlineMs }) => {
    const before = server.requests.length;
    const started = performance.now();
    const request = requestFor(server, pathOf(name), deadlineMs ? { deadlineMs } : {});
    const outcome = await fetchDocument(request, instantly);
    expect(codeOf(outcome)).toBe(code);
    if (asked !== undefined) expect(server.requests.length - before).toBe(asked);
    if (deadlineMs !== undefined) expect(performance.now() - started).toBeLessThan(deadlineMs + 3000);
  });

  test('redirects in a circle', async () => {
    expect(codeOf(await fetchDocument(requestFor(server, '/loop-a')))).toBe('redirect-loop');
  });

  test('redirects more than five times', async () => {
    const before = server.requests.length;
    expect(codeOf(await fetchDocument(requestFor(server, '/step-0')))).toBe('too-many-redirects');
    expect(server.requests.length - before).toBe(6);
  });

  test('refuses connections', async () => {
    const gone = await startServer({});
    await gone.close();
    expect(codeOf(await fetchDocument(requestFor(gone, '/')))).toBe('refused');
  });

  test('speaks plain HTTP where TLS was expected', async () => {
    const request = requestFor(server, '/', { url: `https://${server.host}/` });
    expect(codeOf(await fetchDocument(request))).toBe('tls');
  });

  test('accepts the connection and never starts TLS', async () => {
    const silent = await startCanary();
    const request = requestFor(server, '/', {
      url: `https://127.0.0.1:${silent.port}/`,
      allowPrivateHosts: ['127.0.0.1'],
      deadlineMs: 150,
    });
    const started = performance.now();
    expect(codeOf(await fetchDocument(request))).toBe('timeout');
    expect(performance.now() - started).toBeLessThan(3000);
    await expect.poll(silent.open).toBe(0);
    await silent.close();
  });

  test('does not exist', async () => {
    const request = requestFor(server, '/', { url: 'http://nobody.invalid/feed' });
    expect(codeOf(await fetchDocument(request))).toMatch(/^dns/);
  });
});

describe('fetchDocument needs little memory when a server', () => {
  test.each([
    'sends without end',
    'sends a gzip bomb',
    'sends a gzip bomb without its label',
    'sends a zstd bomb',
  ])('%s', async (name) => {
    const start = heldBytes();
    let most = 0;
    const timer = setInterval(() => {
      most = Math.max(most, heldBytes() - start);
    }, 1);
    const outcome = await fetchDocument(requestFor(server, pathOf(name)));
    clearInterval(timer);
    expect(codeOf(outcome)).toBe('too-large');
    expect(most).toBeLessThan(32 * 1024 * 1024);
  });

  test('sends without end, and closes the connection', async () => {
    const before = server.bytesSent();
    await fetchDocument(requestFor(server, pathOf('sends without end')));
    await expect.poll(() => server.bytesSent() - before).toBeLessThan(16 * 1024 * 1024);
  });
});

describe('the message of a failure', () => {
  test('holds nothing that the server sent, and is the same each time', async () => {
    const outcome = await fetchDocument(requestFor(server, pathOf('gives a JSON error')));
    expect(outcome).toEqual({
      kind: 'failed',
      retryAfterSeconds: null,
      issue: {
        feed: 'harbour',
        stage: 'fetch',
        code: 'json-error',
        message: '127.0.0.1 sent an error message (JSON) instead of the feed.',
        hint: 'Open the address in a browser to see what it gives.',
      },
    });
  });

  test('names the limit that was exceeded', async () => {
    const late = await fetchDocument(requestFor(server, pathOf('never answers'), { deadlineMs: 100 }));
    const large = await fetchDocument(
      requestFor(server, pathOf('sends without end'), { maxBytes: 2_500_000 }),
    );
    expect(messageOf(late)).toBe('127.0.0.1 did not finish its answer within 0.1 seconds.');
    expect(messageOf(large)).toBe('The answer of 127.0.0.1 is larger than 2.5 MB.');
  });
});

function codeOf(outcome: FetchOutcome): string {
  return 'issue' in outcome ? outcome.issue.code : outcome.kind;
}

function messageOf(outcome: FetchOutcome): string {
  return 'issue' in outcome ? outcome.issue.message : outcome.kind;
}

function heldBytes(): number {
  const { arrayBuffers, external } = process.memoryUsage();
  return arrayBuffers + external;
}
