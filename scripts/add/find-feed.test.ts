import { Agent, buildConnector } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPasted } from '../../src/archive/pasted-address.ts';
import { type Agents, openAgents } from '../fetch/agents.ts';
import { fetchDocument } from '../fetch/document.ts';
import { type Handler, startServer, type TestServer } from '../fetch/fault-server.ts';
import { answer, redirect } from '../fetch/faults.ts';
import { addedRequest, candidatesOf, findFeed } from './find-feed.ts';
import { foundWords } from './report.ts';

const rss = (title: string, items = 1) =>
  `<rss version="2.0"><channel><title>${title}</title>${Array.from(
    { length: items },
    (_, n) =>
      `<item><title>Tide ${n + 1}</title><pubDate>Sat, ${10 + n} Nov 2026 06:00:00 GMT</pubDate></item>`,
  ).join('')}</channel></rss>`;
const page = (inside: string) =>
  `<!doctype html><html><head>${inside}</head><body><article>A</article></body></html>`;
const html = (inside: string) => answer(page(inside), { 'content-type': 'text/html' });
const channel = 'UCab12CD34ef56GH78ij90KL';

/** What the whole internet answers in this test, by host and path. */
const internet: Record<string, Handler> = {
  'www.youtube.com/@harbour': html(
    `<link rel="alternate" type="application/rss+xml" href="https://www.youtube.com/feeds/videos.xml?channel_id=${channel}">`,
  ),
  'youtu.be/a1B2c3D4e5F': redirect('https://www.youtube.com/watch?v=a1B2c3D4e5F'),
  'www.youtube.com/watch?v=a1B2c3D4e5F': html(`<script>{"channelId":"${channel}"}</script>`),
  [`www.youtube.com/feeds/videos.xml?channel_id=${channel}`]: answer(rss('Harbour light')),
  'itunes.apple.com/lookup?id=42&entity=podcast': answer(
    '{"resultCount":1,"results":[{"feedUrl":"https://pods.example/quay.xml"}]}',
    { 'content-type': 'text/javascript' },
  ),
  'pods.example/quay.xml': answer(rss('On ropes')),
  'github.com/quay/boats/releases.atom': answer(
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Releases</title></feed>',
  ),
  'github.com/quay/boats/tags.atom': answer(
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Tags</title></feed>',
  ),
  'github.com/quay/boats/commits.atom': answer(
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Commits</title><entry><title>Mend</title></entry></feed>',
  ),
  'github.com/quay/empty/releases.atom': answer(
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Releases</title></feed>',
  ),
  'wire.example/news': html('<link rel="alternate" type="application/atom+xml" href="/all.xml">'),
  'wire.example/all.xml': redirect('/every.xml', 301),
  'wire.example/every.xml': answer(rss('Wire', 7)),
  'quiet.example/': html(''),
  'quiet.example/rss.xml': answer(rss('Quiet')),
  'none.example/': html(''),
  'shut.example/': answer('', {}, 403),
  'hub.example:1200/twitter/user/quay': answer(rss('Quay on X')),
};

let server: TestServer;
let agents: Agents;
const everywhere: Handler = (request, response, visit) => {
  const key = `${request.headers.host}${request.url}`;
  (internet[key] ?? answer('', {}, 404))(request, response, visit);
};
beforeAll(async () => {
  const paths = Object.keys(internet).map((key) => key.slice(key.indexOf('/')));
  server = await startServer(Object.fromEntries(paths.map((path) => [path, everywhere])));
  const plain = buildConnector({});
  const outside = new Agent({
    connect: (options, callback) =>
      plain({ ...options, protocol: 'http:', hostname: '127.0.0.1', port: String(server.port) }, callback),
  });
  const real = openAgents({});
  const close = async () => {
    await Promise.all([outside.destroy(), real.close()]);
  };
  agents = { listed: outside, wayTo: async () => ({ agent: outside }), close };
});
afterAll(() => Promise.all([server.close(), agents.close()]));

const find = (text: string, ownHosts: string[] = []) => {
  const pasted = readPasted(text);
  if (pasted === null) throw new Error('no address');
  return findFeed(candidatesOf(pasted, ownHosts), (url) =>
    fetchDocument(addedRequest(url, ownHosts), { agents, env: {}, sleep: async () => {} }),
  );
};

describe('the feed of a pasted address is found', () => {
  test.each([
    ['https://www.youtube.com/@harbour', `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`],
    ['https://youtu.be/a1B2c3D4e5F', `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`],
    ['https://podcasts.apple.com/cn/podcast/quay/id42', 'https://pods.example/quay.xml'],
    ['https://github.com/quay/boats', 'https://github.com/quay/boats/commits.atom'],
    ['https://github.com/quay/empty', 'https://github.com/quay/empty/releases.atom'],
    ['wire.example/news', 'https://wire.example/every.xml'],
    ['quiet.example', 'https://quiet.example/rss.xml'],
    ['https://wire.example/every.xml', 'https://wire.example/every.xml'],
  ])('of %s', async (pasted, url) => {
    expect(await find(pasted)).toMatchObject({ url });
  });

  test("at the owner's own RSSHub, for a site that has none", async () => {
    expect(await find('https://x.com/quay', ['hub.example:1200'])).toMatchObject({
      url: 'http://hub.example:1200/twitter/user/quay',
    });
  });

  test('and shown with its five newest headlines', async () => {
    const found = await find('wire.example/news');
    if ('problem' in found) throw new Error(found.problem);
    expect(foundWords(found).split('\n')).toEqual([
      'Wire  https://wire.example/every.xml',
      ...[7, 6, 5, 4, 3].map((n) => `  2026-11-${9 + n}  Tide ${n}`),
    ]);
  });
});

describe('an address without a feed', () => {
  test('says that the page links to none', async () => {
    expect(await find('none.example')).toMatchObject({
      problem: expect.stringContaining('No feed was found'),
    });
  });

  test('says why the site did not answer', async () => {
    expect(await find('shut.example')).toMatchObject({
      problem: 'shut.example refuses to give us the feed (403).',
    });
  });
});
