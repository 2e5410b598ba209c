import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import { feedRequest } from './request.ts';

test('allows a listed private host to a configured address, not to one that a public page names', () => {
  const host = '127.0.0.1:1200';
  const read = readConfig(
    `site: {title: P}\npull: {allowPrivateHosts: ["${host}"]}\nfeeds:\n  - {id: wire, url: "http://${host}/wire"}\n`,
    'digest.yaml',
  );
  if ('problems' in read) throw new Error(read.problems[0]?.message);
  const { config } = read;
  const hosts = config.feeds.flatMap((feed) => [
    feedRequest(feed, null, config, 'https://paper.example/').allowPrivateHosts,
    feedRequest(feed, null, config, 'https://paper.example/', 'https://news.example/').allowPrivateHosts,
  ]);
  expect(hosts).toEqual([[host], []]);
});
