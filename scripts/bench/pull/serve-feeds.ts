import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Manner, Shelf } from './feed-server.ts';

/** Feeds on loopback, served by another process. */
export interface FeedServer {
  urls: string[];
  answer: (manner: Manner) => Promise<void>;
  close: () => void;
}

export async function serveFeeds(shelf: Shelf): Promise<FeedServer> {
  const child = fork(fileURLToPath(new URL('feed-server.ts', import.meta.url)), [JSON.stringify(shelf)]);
  const [ports] = (await once(child, 'message')) as [number[]];
  return {
    urls: ports.map((port) => `http://127.0.0.1:${port}/feed.xml`),
    answer: async (manner) => {
      child.send(manner);
      await once(child, 'message');
    },
    close: () => child.disconnect(),
  };
}

/** The configuration of a paper that reads these feeds. */
export function configOf(urls: readonly string[], pull: Record<string, unknown> = {}): string {
  const hosts = urls.map((url) => new URL(url).host);
  return JSON.stringify({
    site: { title: 'Bench', url: 'https://bench.example/' },
    pull: { allowPrivateHosts: hosts, ...pull },
    feeds: urls.map((url, number) => ({ id: `feed-${number}`, url, maxItems: 10_000 })),
  });
}
