import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOpml } from '../../src/archive/opml.ts';
import { jsonFeedSchema } from '../../src/digest/feeds/json-feed.ts';
import { strictly } from '../../src/digest/feeds/test-feeds.ts';
import { faultsOf } from '../../src/digest/feeds/test-validity.ts';
import { buildPaper, type ServedPaper } from '../browser/build-paper.ts';
import { inventedConfig, inventedItems } from '../browser/invented-items.ts';

const base = '/some/paper/';
const site = `http://127.0.0.1:14817${base}`;
const days = ['2026-08-31', '2026-09-01', '2026-09-30', '2026-10-15', '2026-11-20', '2026-11-21'];
let paper: ServedPaper;
let feeds: Map<string, string>;
beforeAll(async () => {
  paper = await buildPaper({
    base,
    // A month is closed once later months hold twice as many items as a feed carries: here November is.
    config: inventedConfig.replace('site: {', 'site: { feedItems: 6,'),
    items: [...days.flatMap((day) => inventedItems(day, 4)), ...inventedItems('2026-11-22', 10)],
  });
  const written = await Array.fromAsync(glob(['**/*.xml', 'feed.json'], { cwd: paper.out }));
  // Search engines read the site map; it is no feed.
  const files = written.filter((file) => file !== 'sitemap.xml');
  feeds = new Map(
    await Promise.all(
      files.map(async (file) => [file, await readFile(join(paper.out, file), 'utf8')] as const),
    ),
  );
}, 60_000);
afterAll(() => paper?.close());

const rssFeeds = () => [...feeds].filter(([file]) => file.endsWith('.xml') && !file.endsWith('opml.xml'));

describe('a built paper', () => {
  test('has every feed at the address that people subscribe to', () => {
    expect([...feeds.keys()].sort()).toEqual(
      [
        ...['rss.xml', 'feed.json', 'daily.xml', 'status.xml', 'opml.xml', 'sources/opml.xml'],
        ...['archive/rss.xml', '2026/08/rss.xml', '2026/09/rss.xml', '2026/10/rss.xml'],
        ...['coast', 'hills', 'harbour', 'sahil', 'silent'].map((feed) => `sources/${feed}/rss.xml`),
        ...['world', 'science', '文化 与 生活'].map((topic) => `topics/${topic}/rss.xml`),
      ].sort(),
    );
  });

  test('has only valid feeds', () => {
    expect(rssFeeds().flatMap(([file, text]) => faultsOf(text).map((fault) => `${file}: ${fault}`))).toEqual(
      [],
    );
    expect(() => jsonFeedSchema.parse(JSON.parse(feeds.get('feed.json') ?? ''))).not.toThrow();
  });

  test('contains every item once in the live feed and its archive together', () => {
    const told: string[] = [];
    const documents: string[] = [];
    let next: string | undefined = `${site}rss.xml`;
    while (next !== undefined) {
      const at = strictly(feeds.get(next.slice(site.length)) ?? '');
      documents.push(next.slice(site.length));
      // An entry links to the page of its item, and to the pages of the other items of its story.
      for (const { text } of [...at('content:encoded'), ...at('description')]) {
        const pages = text.matchAll(/\/\d{4}\/\d\d\/\d\d\/([a-z]+-[0-9]{12})\//g);
        told.push(...new Set([...pages].map(([, name]) => name ?? '')));
      }
      const links = at('atom:link').map(({ attributes }) => attributes);
      next = links.find(({ rel }) => rel === 'prev-archive')?.['href'];
    }
    expect(documents).toEqual([
      ...['rss.xml', 'archive/rss.xml', '2026/10/rss.xml', '2026/09/rss.xml', '2026/08/rss.xml'],
    ]);
    expect(told).toHaveLength(34);
    expect(new Set(told).size).toBe(34);
  });

  test('links in its feeds only to pages of its own that exist', async () => {
    const files = new Set(await Array.fromAsync(glob('**/*.*', { cwd: paper.out })));
    for (const [file, text] of feeds) {
      for (const [address] of text.matchAll(/http:\/\/127\.0\.0\.1:14817[^"&<\s]*/g)) {
        const path = decodeURIComponent(address.slice(site.length).replace(/\\.*$/, ''));
        // This test does not build the status page.
        if (path !== 'status/')
          expect(files, `${file}: ${address}`).toContain(path.replace(/^$|\/$/, '$&index.html'));
      }
    }
  });

  test('lists its sources as OPML, both the originals and the cleaned feeds', () => {
    const originals = readOpml(feeds.get('opml.xml') ?? '')?.feeds;
    expect(originals?.map(({ url }) => url)).toEqual(
      // First the feeds without a topic, then a folder for each topic.
      ['silent', 'coast', 'hills', 'sahil', 'harbour'].map((feed) => `https://${feed}.example/feed`),
    );
    expect(originals?.find(({ url }) => url.includes('hills'))?.folders).toEqual(['天下', '文化 与 生活']);
    expect(readOpml(feeds.get('sources/opml.xml') ?? '')?.feeds.map(({ url }) => url)).toContain(
      `${site}sources/coast/rss.xml`,
    );
  });

  test('announces its feeds on every page', async () => {
    for (const file of await Array.fromAsync(glob('**/*.html', { cwd: paper.out }))) {
      const $ = load(await readFile(join(paper.out, file), 'utf8'));
      const offered = $('link[rel=alternate]')
        .map((_, link) => $(link).attr('href'))
        .get();
      for (const path of offered)
        expect([...feeds.keys()]).toContain(decodeURIComponent(path.slice(base.length)));
    }
  });
});
