import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../../src/config/read.ts';
import { configOf, type FeedServer, serveFeeds } from './serve-feeds.ts';

let server: FeedServer;
beforeAll(async () => {
  server = await serveFeeds({ feeds: 2, items: 3, latencyMs: 30 });
});
afterAll(() => server.close());

test('serves each feed on a host of its own, after the latency', async () => {
  const [one = '', two = ''] = server.urls;
  expect(new URL(one).host).not.toBe(new URL(two).host);
  const started = performance.now();
  const text = await (await fetch(one)).text();
  expect(performance.now() - started).toBeGreaterThan(25);
  expect(text.match(/<item>/g)).toHaveLength(3);
});

test('answers those who have a document as it is told to', async () => {
  const url = server.urls[0] ?? '';
  const etag = (await fetch(url)).headers.get('etag') ?? '';
  const ask = async () => (await fetch(url, { headers: { 'if-none-match': etag } })).status;
  await server.answer('unchanged');
  expect(await ask()).toBe(304);
  await server.answer('whole');
  expect(await ask()).toBe(200);
});

test('comes with a configuration that can be read', () => {
  const read = readConfig(configOf(server.urls), 'digest.yaml');
  expect(read).toHaveProperty('config.feeds.length', 2);
});
