import { createServer, request as httpRequest, type Server } from 'node:http';
import { type AddressInfo, connect as connectTo, type LookupFunction } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Agents, openAgents } from './agents.ts';
import { fetchDocument } from './document.ts';
import { requestFor, sampleFeed, startServer, type TestServer } from './fault-server.ts';
import { answer, redirect } from './faults.ts';
import { proxyUrl } from './proxies.ts';

let server: TestServer;
let proxy: { url: string; asked: string[]; close: () => Promise<void> };
let agents: Agents | null = null;

beforeAll(async () => {
  server = await startServer({
    '/feed': answer(sampleFeed),
    '/inside': redirect('http://10.0.0.1/'),
    '/named': redirect('http://inside.example/feed'),
  });
  proxy = await startProxy(server.port);
});
afterAll(() => Promise.all([server.close(), proxy.close()]));
afterEach(async () => {
  await agents?.close();
  agents = null;
});

/** A proxy that sends every host to one port of this machine, and notes what it was asked for. */
async function startProxy(port: number) {
  const asked: string[] = [];
  const note = (what: string, authorization: string | undefined) =>
    asked.push(authorization === undefined ? what : `${what} ${authorization}`);
  const server: Server = createServer((incoming, response) => {
    note(`GET ${incoming.url}`, incoming.headers['proxy-authorization']);
    const url = new URL(incoming.url ?? '');
    const options = { port, path: url.pathname, headers: incoming.headers };
    httpRequest(options, (answered) => {
      response.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(response);
    }).end();
  });
  server.on('connect', (incoming, socket) => {
    note(`CONNECT ${incoming.url}`, incoming.headers['proxy-authorization']);
    const target = connectTo(port, '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
    target.pipe(socket).pipe(target);
    for (const end of [target, socket]) end.on('error', () => {});
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close };
}

/** Every name is unknown here but `inside.example`, which is in the private network, and `fake.example`. */
const lookup: LookupFunction = (name, _options, callback) => {
  const address = { 'inside.example': '10.0.0.1', 'fake.example': '198.18.0.9' }[name];
  if (address === undefined) callback(Object.assign(new Error(name), { code: 'ENOTFOUND' }), []);
  else callback(null, [{ address, family: 4 }]);
};

const ask = (url: string, env: NodeJS.ProcessEnv, own?: string) => {
  agents = openAgents(env, lookup);
  const request = requestFor(server, '', { url, proxy: own, allowPrivateHosts: [], deadlineMs: 5000 });
  return fetchDocument(request, { agents, env, sleep: async () => {} });
};

describe('a proxy', () => {
  test('of the environment gets the requests, with its login', async () => {
    const HTTP_PROXY = proxy.url.replace('http://', 'http://me:pass@');
    const outcome = await ask('http://news.example/feed', { HTTP_PROXY });
    expect(outcome.kind).toBe('document');
    expect(proxy.asked.at(-1)).toBe(`GET http://news.example/feed Basic ${btoa('me:pass')}`);
  });

  test('may be written without http://', async () => {
    const outcome = await ask('http://news.example/feed', { http_proxy: proxy.url.slice('http://'.length) });
    expect(outcome.kind).toBe('document');
  });

  test('gets a tunnel for https', async () => {
    await ask('https://news.example/feed', { HTTPS_PROXY: proxy.url });
    expect(proxy.asked.at(-1)).toMatch(/^CONNECT news\.example(?::443)?$/);
  });

  test('is left out for the hosts in NO_PROXY', async () => {
    const before = proxy.asked.length;
    const outcome = await ask('http://news.example/feed', { HTTP_PROXY: proxy.url, NO_PROXY: '.example' });
    expect(outcome).toMatchObject({ issue: { code: 'dns' } });
    expect(proxy.asked).toHaveLength(before);
  });

  test('of a feed goes before the environment, and may be a secret', async () => {
    const env = { MY_PROXY: proxy.url, HTTP_PROXY: 'http://127.0.0.1:9', NO_PROXY: '*' };
    expect((await ask('http://news.example/feed', env, '${MY_PROXY}')).kind).toBe('document');
  });

  test('that does not answer is named as the cause', async () => {
    const dead = { HTTP_PROXY: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9' };
    for (const scheme of ['http', 'https'])
      expect(await ask(`${scheme}://news.example/feed`, dead), scheme).toMatchObject({
        issue: { code: 'proxy' },
      });
  });

  test('that refuses to connect is named as the cause', async () => {
    const refusing = createServer((_, response) => response.writeHead(407).end());
    refusing.on('connect', (_, socket) => socket.end('HTTP/1.1 407 No\r\n\r\n'));
    await new Promise<void>((done) => refusing.listen(0, '127.0.0.1', done));
    const own = `http://127.0.0.1:${(refusing.address() as AddressInfo).port}`;
    for (const scheme of ['http', 'https'])
      expect(await ask(`${scheme}://news.example/feed`, {}, own)).toMatchObject({ issue: { code: 'proxy' } });
    await new Promise((done) => refusing.close(done));
  });

  test.each(['nonsense://a', 'http://', 'ftp://a.example'])(
    'that is written as %s is a sentence',
    async (bad) => {
      const outcome = await ask('http://news.example/feed', { HTTP_PROXY: bad });
      expect(outcome).toMatchObject({ issue: { code: 'bad-proxy' } });
      expect(proxyUrl(bad)).toBe(null);
    },
  );

  test.each([
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost/',
    'http://[::1]/',
    'http://inside.example/feed',
  ])('never gets a request for %s, which is in the private network', async (url) => {
    const before = proxy.asked.length;
    const outcome = await ask(url, { HTTP_PROXY: proxy.url });
    expect(outcome).toMatchObject({ kind: 'failed', issue: { code: 'private-address' } });
    expect(proxy.asked).toHaveLength(before);
  });

  test.each(['/inside', '/named'])('never gets one because of a redirect (%s)', async (path) => {
    const outcome = await ask(`http://news.example${path}`, { HTTP_PROXY: proxy.url });
    expect(outcome).toMatchObject({ kind: 'failed', issue: { code: 'private-address' } });
    expect(proxy.asked.at(-1)).toBe(`GET http://news.example${path}`);
  });

  test('gets names that a proxy program answers with addresses of its own', async () => {
    expect((await ask('http://fake.example/feed', { HTTP_PROXY: proxy.url })).kind).toBe('document');
  });
});
