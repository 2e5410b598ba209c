import { Agent, buildConnector } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Agents, guardedConnector } from './agents.ts';
import { fetchDocument } from './document.ts';
import {
  type Canary,
  outsideAgents,
  requestFor,
  sampleFeed,
  startCanary,
  startServer,
  type TestServer,
} from './fault-server.ts';
import { answer, redirect } from './faults.ts';
import { PrivateAddressError } from './guard.ts';

/** Known ways to write "this machine" or "the metadata service" that have passed filters. */
const spellings = (port: number) => [
  `http://127.0.0.1:${port}/`,
  `http://127.1:${port}/`,
  `http://127.0.1:${port}/`,
  `http://2130706433:${port}/`,
  `http://0x7f000001:${port}/`,
  `http://0x7f.0.0.1:${port}/`,
  `http://0177.0.0.1:${port}/`,
  `http://017700000001:${port}/`,
  `http://127.0.0.1.:${port}/`,
  `http://127.00.00.01:${port}/`,
  `http://127.8.9.10:${port}/`,
  `http://0:${port}/`,
  `http://0.0.0.0:${port}/`,
  `http://localhost:${port}/`,
  `http://localhost.:${port}/`,
  `http://LOCALHOST:${port}/`,
  `http://any.localhost:${port}/`,
  `http://%6c%6fcalhost:${port}/`,
  `http://１２７.０.０.１:${port}/`,
  `http://127。0。0。1:${port}/`,
  `http://①②⑦.⓪.⓪.①:${port}/`,
  `http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:${port}/`,
  `http://[::1]:${port}/`,
  `http://[::]:${port}/`,
  `http://[0:0:0:0:0:0:0:1]:${port}/`,
  `http://[::127.0.0.1]:${port}/`,
  `http://[::ffff:127.0.0.1]:${port}/`,
  `http://[::ffff:7f00:1]:${port}/`,
  `http://[::ffff:0:127.0.0.1]:${port}/`,
  `http://[64:ff9b::127.0.0.1]:${port}/`,
  `http://[2002:7f00:1::]:${port}/`,
  `http://user:secret@127.0.0.1:${port}/`,
  `http://news.example@127.0.0.1:${port}/`,
  `https://127.0.0.1:${port}/`,
  `//127.0.0.1:${port}/`,
  `\\\\127.0.0.1:${port}\\`,
  `http:\\\\127.0.0.1:${port}/`,
  'http://169.254.169.254/latest/meta-data/',
  'http://0xa9fea9fe/',
  'http://2852039166/',
  'http://[::ffff:169.254.169.254]/',
  'http://[fd00:ec2::254]/',
  'http://168.63.129.16/',
  'http://100.100.100.200/',
  'http://192.168.0.1/',
  'http://10.0.0.1:8080/',
];

let canary: Canary;
let server: TestServer;
let agents: Agents;
const toHome = '/to-home';

beforeAll(async () => {
  canary = await startCanary();
  const redirects = spellings(canary.port).map((target, n) => [`/to/${n}`, redirect(target)] as const);
  server = await startServer({
    '/feed': answer(sampleFeed),
    '/on': redirect('/feed'),
    ...Object.fromEntries(redirects),
    [toHome]: (_request, response) => response.writeHead(302, { location: server.url('/feed') }).end(),
  });
  agents = outsideAgents(server);
});
afterAll(() => Promise.all([canary.close(), server.close(), agents.close()]));

describe('fetchDocument keeps out of the private network', () => {
  test('when a listed host redirects to a private address, in any spelling', async () => {
    const codes = await codesOf((n) => requestFor(server, `/to/${n}`), {});
    expect(codes).toEqual(spellings(canary.port).map((target) => `${target} private-address`));
    expect(canary.hits()).toBe(0);
  });

  test('when a public host redirects there', async () => {
    const codes = await codesOf((n) => requestFor(server, '', { url: `http://news.example/to/${n}` }), {
      agents,
    });
    expect(codes).toEqual(spellings(canary.port).map((target) => `${target} private-address`));
    expect(canary.hits()).toBe(0);
  });

  test('when the configured address is private, in any spelling', async () => {
    const absolute = spellings(canary.port).filter((target) => URL.canParse(target));
    for (const url of absolute) {
      const outcome = await fetchDocument(requestFor(server, '', { url }));
      expect(outcome, url).toMatchObject({ kind: 'failed', issue: { code: 'private-address' } });
    }
    expect(canary.hits()).toBe(0);
  });

  test('when a public host redirects to a listed private host', async () => {
    const outcome = await fetchDocument(requestFor(server, '', { url: `http://news.example${toHome}` }), {
      agents,
    });
    expect(outcome).toMatchObject({ kind: 'failed', issue: { code: 'private-address' } });
    expect(outcome).toHaveProperty(
      'issue.message',
      'news.example redirects to an address inside a private network, which was not asked.',
    );
  });

  test('but asks a listed host, and follows redirects to the same host', async () => {
    expect(await fetchDocument(requestFor(server, '/on'))).toMatchObject({
      kind: 'document',
      url: server.url('/feed'),
    });
  });

  test('and tells the owner how to list a private host', async () => {
    const outcome = await fetchDocument(requestFor(server, '/feed', { allowPrivateHosts: ['127.0.0.1:1'] }));
    expect(outcome).toHaveProperty('issue.hint', expect.stringContaining('pull.allowPrivateHosts'));
    expect(server.requests.filter(({ url }) => url === '/feed').length).toBeLessThan(3);
  });
});

async function codesOf(
  request: (n: number) => Parameters<typeof fetchDocument>[0],
  tools: Parameters<typeof fetchDocument>[1],
): Promise<string[]> {
  const codes: string[] = [];
  for (const [n, target] of spellings(canary.port).entries()) {
    const outcome = await fetchDocument(request(n), tools);
    codes.push(`${target} ${'issue' in outcome ? outcome.issue.code : outcome.kind}`);
  }
  return codes;
}

describe('guardedConnector', () => {
  test('closes a socket to a private address before a byte is sent', async () => {
    // As if a second look-up of the name had given another address.
    const plain = buildConnector({});
    const rebinding = guardedConnector((options, callback) =>
      plain({ ...options, hostname: '127.0.0.1', port: String(server.port) }, callback),
    );
    const outside = new Agent({ connect: rebinding });
    const before = server.requests.length;
    const outcome = await fetchDocument(requestFor(server, '', { url: 'http://news.example/feed' }), {
      agents: { ...agents, wayTo: async () => ({ agent: outside }) },
    });
    expect(outcome).toMatchObject({ kind: 'failed', issue: { code: 'private-address' } });
    expect(server.requests.length).toBe(before);
    await outside.destroy();
  });

  test('names the proxy program when every name resolves to a fake address', async () => {
    const faking = new Agent({
      connect: (_options, callback) => callback(new PrivateAddressError('198.18.0.9'), null),
    });
    const outcome = await fetchDocument(requestFor(server, '', { url: 'http://news.example/feed' }), {
      agents: { ...agents, wayTo: async () => ({ agent: faking }) },
    });
    expect(outcome).toMatchObject({
      issue: { code: 'private-address', hint: expect.stringContaining('fake IP') },
    });
    await faking.destroy();
  });
});
