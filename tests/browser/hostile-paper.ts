import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { buildSite } from '../../scripts/build/build-site.ts';
import { loadConfig } from '../../scripts/config/load-config.ts';
import { serveFolders } from '../../scripts/demo/serve-folder.ts';
import { pullPaper } from '../../scripts/pull/pull-paper.ts';
import type { PullReport } from '../../scripts/pull/report.ts';
import { readConfig } from '../../src/config/read.ts';
import type { ServedPaper } from './build-paper.ts';
import { hostileWords } from './fixtures-hostile/words.ts';
import type { HostileFeed } from './hostile-feeds.ts';

export interface HostilePaper extends ServedPaper {
  /** The content folder. */
  content: string;
  /** Report of the last pull. */
  report: PullReport;
}

/** Serves feeds on loopback, pulls them on several nights, builds the paper and serves it, through every real step. */
export async function hostilePaper(nights: readonly HostileFeed[][]): Promise<HostilePaper> {
  const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  const feeds = join(folder, 'feeds');
  const content = join(folder, 'content');
  const out = join(folder, 'site');
  await mkdir(feeds);
  const publisher = await serveFolders([feeds], 0);
  if (publisher === null) throw new Error('no free port');
  const text = hostileConfig(nights[0] ?? [], `127.0.0.1:${publisher.port}`);
  const file = join(folder, 'digest.yaml');
  await writeFile(file, text);
  const read = readConfig(text, file);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const { config } = read;
  const siteUrl = 'http://127.0.0.1:14817/';
  let report: PullReport | null = null;
  for (const [night, all] of nights.entries()) {
    for (const { file, text } of all) await writeFile(join(feeds, file), text);
    const now = new Date(Date.UTC(2026, 10, 22, 6 + night));
    const silent = { onFeed: () => {}, onWait: () => {} };
    report = await pullPaper({ config, content, siteUrl, now, force: true, ...silent });
  }
  await publisher.close();
  if (report === null) throw new Error('no pull');
  process.env['BROADSHEET_SITE_URL'] = siteUrl;
  const loaded = await loadConfig(file);
  if (loaded.config === null) throw new Error(loaded.problems);
  const { failure } = await buildSite({ config: file, content, out }, loaded.config);
  if (failure !== null) throw new Error(failure);
  const server = await serveFolders([out], 0);
  if (server === null) throw new Error('no free port');
  const close = async () => {
    await server.close();
    await rm(folder, { recursive: true });
  };
  return { address: `http://127.0.0.1:${server.port}/`, out, content, report, close };
}

/** A configuration of these feeds with hostile strings in its own texts. `host` serves the feeds. */
function hostileConfig(feeds: readonly HostileFeed[], host: string): string {
  const lines = hostileWords.map((word) => word.toWellFormed().replace(/\s+/g, ' '));
  const phrases = lines.filter(isPhrase);
  return stringify({
    site: {
      title: '</title><script>xss()</script>',
      tagline: '"><img src=x onerror=xss()>',
      timeZone: 'Asia/Shanghai',
      feedItems: 5000,
      feedMegabytes: 100,
    },
    pull: { allowPrivateHosts: [host] },
    topics: Object.fromEntries(lines.map((line, index) => [`topic ${index}`, line.slice(0, 60)])),
    feeds: feeds.map(({ id, file, title }, index) => ({
      ...{ id, url: `http://${host}/${file}`, note: lines[index % lines.length] },
      ...(title === null ? {} : { title }),
      ...(id.startsWith('word') ? { topics: [`topic ${id.slice(5)}`] } : {}),
      // Accepted, and not shown anywhere.
      ...(id.startsWith('json') ? { remove: phrases, keep: phrases } : {}),
    })),
  });
}

/** Whether a list of feeds may name these words as a phrase to remove or to keep; some are selectors gone wrong. */
function isPhrase(words: string): boolean {
  const feed = { id: 'a', url: 'https://a.example/', remove: [words] };
  return 'config' in readConfig(stringify({ site: { title: 'A' }, feeds: [feed] }), 'digest.yaml');
}
