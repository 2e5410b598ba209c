import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import { fetchDocument } from './document.ts';
import { outsideAgents, requestFor, sampleFeed, startServer, type TestServer } from './fault-server.ts';
import { answer, redirect } from './faults.ts';
import { feedRequest } from './request.ts';

const value = 'k3y/of+Some&Length==';
const env = { FEED_KEY: value, LOGIN: 'Sesame-opens-4711', SHORT: 'abc' };
const away = 'http://elsewhere.example';

let server: TestServer;
let other: TestServer;
beforeAll(async () => {
  other = await startServer({ '/feed': answer(sampleFeed) });
  server = await startServer({
    '/feed': answer(sampleFeed),
    '/feed?key=k3y/of%2BSome%26Length==': (_, response) => {
      const link = `http://a.example/?key=${encodeURIComponent(value)}`;
      const body = sampleFeed.replace('Harbour', `Harbour ${value.replace('&', '&amp;')} ${link}`);
      response.writeHead(200, { etag: `"${value}"`, 'last-modified': 'Sat, 21 Nov 2026 06:00:00 GMT' });
      response.end(body);
    },
    '/wide?key=k3y/of%2BSome%26Length==': (_, response) => {
      response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-16' });
      response.end(Buffer.from(`\ufeff${sampleFeed.replace('Harbour', value)}`, 'utf16le'));
    },
    '/near': redirect('/feed'),
    '/moved?key=k3y/of%2BSome%26Length==': redirect('/feed?key=k3y/of%2BSome%26Length==', 301),
    '/leak?key=k3y/of%2BSome%26Length==': redirect(`${away}/feed?key=k3y/of%2BSome%26Length==`),
    '/cookie?key=k3y/of%2BSome%26Length==': (request, response) =>
      response
        .writeHead(302, { location: `/feed?${request.headers.cookie}`, 'set-cookie': 'seen=1; Path=/' })
        .end(),
    '/feed?a=b': answer(sampleFeed),
    '/away': redirect(`${away}/feed`),
    '/back': redirect(`${away}/back`),
  });
});
afterAll(() => Promise.all([server.close(), other.close()]));

/** Fetches a feed of this server, configured by one line of YAML. */
async function fetchFeed(path: string, more = '', given: NodeJS.ProcessEnv = env) {
  const text = `site: {title: P}\npull: {allowPrivateHosts: ["${server.host}"]}\nfeeds: [{id: a, url: "${server.url(path)}"${more}}]`;
  const read = readConfig(text, 'digest.yaml');
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const [feed] = read.config.feeds;
  if (feed === undefined) throw new Error('no feed');
  const agents = outsideAgents(other);
  try {
    const request = feedRequest(feed, null, read.config, 'https://paper.example/');
    return await fetchDocument(request, { env: given, agents });
  } finally {
    await agents.close();
  }
}
const header = (name: string) => server.requests.at(-1)?.headers[name];
const login =
  ', headers: {Authorization: "Bearer ${LOGIN}", User-Agent: "Reader/2 (${FEED_KEY})", Cookie: "a=b"}';

describe('a feed with secrets', () => {
  test('is asked with their values, in the address and in the headers', async () => {
    const outcome = await fetchFeed('/feed?key=${FEED_KEY}', login);
    expect(outcome.kind).toBe('document');
    expect(header('authorization')).toBe(`Bearer ${env.LOGIN}`);
    expect(header('user-agent')).toBe(`Reader/2 (${value})`);
    expect(header('cookie')).toBe('a=b');
  });

  test('comes back without the values, however the document writes them', async () => {
    const outcome = await fetchFeed('/feed?key=${FEED_KEY}');
    if (outcome.kind !== 'document') throw new Error(JSON.stringify(outcome));
    const text = Buffer.from(outcome.bytes).toString();
    expect(text).toContain('Harbour ${FEED_KEY} http://a.example/?key=${FEED_KEY} Lantern');
    expect(outcome.url).toBe(server.url('/feed?key=${FEED_KEY}'));
    expect(outcome.validators).toEqual({ etag: null, lastModified: 'Sat, 21 Nov 2026 06:00:00 GMT' });
    expect(JSON.stringify({ ...outcome, bytes: text })).not.toMatch(/k3y/);
  });

  test('comes back without them in UTF-16', async () => {
    const outcome = await fetchFeed('/wide?key=${FEED_KEY}');
    if (outcome.kind !== 'document') throw new Error(JSON.stringify(outcome));
    expect(Buffer.from(outcome.bytes).toString('utf16le')).toContain('<title>${FEED_KEY} Lantern');
  });

  test('names the secret in the new address of a feed that has moved', async () => {
    const outcome = await fetchFeed('/moved?key=${FEED_KEY}');
    expect(outcome).toMatchObject({ movedTo: server.url('/feed?key=${FEED_KEY}') });
  });

  test('keeps its headers on the way within its host', async () => {
    await fetchFeed('/near', login);
    expect(server.requests.at(-1)?.url).toBe('/feed');
    expect(header('authorization')).toBe(`Bearer ${env.LOGIN}`);
  });

  test('sends its own cookie beside those that its host sets on the way', async () => {
    const outcome = await fetchFeed('/cookie?key=${FEED_KEY}', ', headers: {Cookie: "a=b"}');
    expect(outcome.kind).toBe('document');
    expect(header('cookie')).toBe('a=b; seen=1');
  });

  test('gives no header to another host along a redirect', async () => {
    const outcome = await fetchFeed('/away', login);
    expect(outcome.kind).toBe('document');
    const headers = other.requests.at(-1)?.headers;
    expect(headers).toMatchObject({ 'user-agent': expect.stringMatching(/^Broadsheet/) });
    expect(headers).not.toHaveProperty('authorization');
    expect(headers).not.toHaveProperty('cookie');
  });

  test('does not follow a redirect that would give a value to another host', async () => {
    const before = other.requests.length;
    const outcome = await fetchFeed('/leak?key=${FEED_KEY}');
    expect(outcome).toMatchObject({ kind: 'failed', issue: { code: 'secret-redirect' } });
    expect(other.requests).toHaveLength(before);
    expect(JSON.stringify(outcome)).not.toMatch(/k3y/);
  });

  test('is not asked at all without a value, and the issue names the secret', async () => {
    const before = server.requests.length;
    const outcome = await fetchFeed('/feed?key=${FEED_KEY}', '', {});
    expect(outcome).toMatchObject({
      kind: 'failed',
      issue: { code: 'secret-missing', message: 'The secret FEED_KEY that this feed needs has no value.' },
    });
    expect(server.requests).toHaveLength(before);
  });

  test('refuses a value that is too short to be found again, without repeating it', async () => {
    const outcome = await fetchFeed('/feed?key=${SHORT}');
    expect(outcome).toMatchObject({ kind: 'failed', issue: { code: 'secret-unusable' } });
    expect(JSON.stringify(outcome)).not.toContain(env.SHORT);
  });

  test('takes the values that the nightly workflow hands over', async () => {
    const outcome = await fetchFeed('/feed?key=${FEED_KEY}', '', {
      FEED_SECRET_NAMES: '["A","FEED_KEY","",""]',
      FEED_SECRET_1: 'something else',
      FEED_SECRET_2: `${value}\n`,
    });
    expect(outcome.kind).toBe('document');
  });

  test('puts no value into the request of another feed that names the secret in its document', async () => {
    const request = requestFor(server, '/feed?key=${FEED_KEY}');
    await fetchDocument(request, { env });
    expect(server.requests.at(-1)?.url).toBe('/feed?key=${FEED_KEY}');
  });
});

describe('a refusal', () => {
  const refused = async (given: NodeJS.ProcessEnv) => {
    const refusing = await startServer({ '/feed': answer('', {}, 403) });
    const outcome = await fetchDocument(requestFor(refusing, '/feed'), { env: given });
    await refusing.close();
    return outcome;
  };

  test("says on GitHub's machines what helps there", async () => {
    const hint = { issue: { code: 'http-403', hint: expect.stringContaining('self-hosted runner') } };
    expect(await refused({ GITHUB_ACTIONS: 'true', RUNNER_ENVIRONMENT: 'github-hosted' })).toMatchObject(
      hint,
    );
    expect(await refused({ GITHUB_ACTIONS: 'true', RUNNER_ENVIRONMENT: 'self-hosted' })).not.toMatchObject(
      hint,
    );
    expect(await refused({})).not.toMatchObject(hint);
  });
});
