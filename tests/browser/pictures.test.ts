import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FolderServer, serveFolders } from '../../scripts/demo/serve-folder.ts';
import { pullPictures } from '../../scripts/pull/pictures/pull-pictures.ts';
import { readConfig } from '../../src/config/read.ts';
import type { PlacedItem } from '../../src/store/stored-item.ts';
import { openBrowser } from './browser.ts';
import { buildPaper, type ServedPaper } from './build-paper.ts';

let browser: Browser;
let paper: ServedPaper;
let media: FolderServer | null;
let jpeg: Buffer;

/** Each feed has its own policy, which is also its id. */
const policies = ['direct', 'proxy', 'local', 'none'] as const;
type Policy = (typeof policies)[number];
const day = '2026-11-22';
const pathOf = (policy: Policy, turn = 0) => `2026/11/22/${policy}-${turn}/`;
const originOf = (policy: Policy) =>
  policy === 'local' ? `http://127.0.0.1:${media?.port}` : `http://${policy}.example`;

beforeAll(async () => {
  media = await serveFolders(['sample/pictures'], 0);
  jpeg = await readFile('sample/pictures/harbour.jpg');
  const feeds = policies.map(
    (policy) => `  - {id: ${policy}, url: "${originOf(policy)}/feed", pictures: ${policy}}`,
  );
  const config = `
site: {title: 海岸报, timeZone: Asia/Shanghai}
pictures: {proxy: "https://service.example/?u={url}"}
pull: {allowPrivateHosts: ["127.0.0.1:${media?.port}"]}
feeds:
${feeds.join('\n')}
`;
  const read = readConfig(config, 'digest.yaml');
  if ('problems' in read) throw new Error(read.problems[0]?.message);
  const items = policies.flatMap((policy) => [articleOf(policy, 0), articleOf(policy, 1)]);
  const siteUrl = 'http://127.0.0.1:14817/paper/';
  const now = new Date('2026-11-22T20:00:00+08:00');
  paper = await buildPaper({
    config,
    items,
    base: '/paper/',
    beforeBuild: async (content) => {
      const report = await pullPictures({ config: read.config, content, siteUrl, now });
      expect(report).toMatchObject({ added: 3, misses: [['gone', 1]] });
    },
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await paper?.close();
  await media?.close();
});

function articleOf(policy: Policy, turn: number): { item: PlacedItem; body: string } {
  const name = `${policy}-${turn}`;
  const address = (file: string) => `${originOf(policy)}/${file}`;
  const text = `渡口第${turn}号说${policy}`;
  const item: PlacedItem = {
    ...{
      day,
      name,
      title: `${text}的标题`,
      feed: policy,
      id: name,
      link: `https://${policy}.example/${turn}`,
    },
    ...{ publishedAt: `${day}T0${turn}:00:00.000Z`, firstSeenAt: `${day}T02:00:00.000Z`, updatedAt: null },
    ...{
      author: null,
      language: 'zh-Hans',
      excerpt: `${text}的摘要。`,
      categories: [],
      minutes: 1,
      fullText: true,
    },
    picture: { url: address(turn === 0 ? 'harbour.jpg' : 'ferry.webp'), width: 4, height: 3, alt: null },
    ...{ enclosures: [], earlierTitles: [], removed: [], signature: '' },
  };
  const figure = (file: string, alt: string) =>
    `<figure><img src="${address(file)}" alt="${alt}" width="40" height="30" /><figcaption>${alt}的说明。</figcaption></figure>`;
  const second =
    policy === 'local'
      ? figure('lake.jpg', '湖') + figure('nowhere.jpg', '没有的')
      : figure('lake.jpg', '湖');
  return { item, body: `<p>${text}。</p>${figure('harbour.jpg', '渡口')}<p>又一段。</p>${second}` };
}

/** How another host answers a request for a picture. */
type Answer = 'picture' | 'fails' | 'silence';

interface Look {
  page: Page;
  context: BrowserContext;
  /** Requests to other hosts, in order, with their Referer. */
  asked: { url: string; referer: string | undefined }[];
  problems: string[];
}

async function look(path: string, answers: Record<string, Answer>, scripts = true): Promise<Look> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 800 },
    javaScriptEnabled: scripts,
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const asked: Look['asked'] = [];
  const problems: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  const { origin } = new URL(paper.address);
  await context.route(
    (url) => url.origin !== origin,
    async (route) => {
      const request = route.request();
      asked.push({
        url: request.url(),
        referer: await request.headerValue('referer').then((value) => value ?? undefined),
      });
      const answer = answers[new URL(request.url()).hostname] ?? 'picture';
      if (answer === 'fails') await route.abort('connectionrefused');
      else if (answer === 'picture') await route.fulfill({ contentType: 'image/jpeg', body: jpeg });
    },
  );
  await page.goto(paper.address + path, { waitUntil: 'domcontentloaded' });
  return { page, context, asked, problems };
}

/** The pictures of the open page, after each has been scrolled into view. */
async function pictures(page: Page): Promise<{ src: string; width: number; shown: number; alt: string }[]> {
  for (const img of await page.locator('main img:visible').all()) await img.scrollIntoViewIfNeeded();
  await page.waitForTimeout(400);
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLImageElement>('main img')].map((img) => ({
      src: img.src,
      width: Number(img.getAttribute('width')),
      shown: img.naturalWidth,
      alt: img.alt,
    })),
  );
}

const viaService = (address: string) => `https://service.example/?u=${encodeURIComponent(address)}`;
const originals = ['http://direct.example/harbour.jpg', 'http://direct.example/lake.jpg'];
const sources = (all: { src: string }[]) => all.map(({ src }) => src);

describe('direct pictures', () => {
  test('load from their own hosts, and no other host is asked', async () => {
    const { page, context, asked, problems } = await look(pathOf('direct'), {});
    expect(sources(await pictures(page))).toEqual(originals);
    expect(asked.map(({ url }) => url).sort()).toEqual(originals);
    expect(asked.map(({ referer }) => referer)).toEqual([undefined, undefined]);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('load through the service when they fail, without a Referer', async () => {
    const { page, context, asked, problems } = await look(pathOf('direct'), { 'direct.example': 'fails' });
    const shown = await pictures(page);
    expect(sources(shown)).toEqual(originals.map(viaService));
    expect(shown.map(({ shown }) => shown)).toEqual([960, 960]);
    expect(asked.filter(({ referer }) => referer !== undefined)).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('load through the service when their host does not answer, and on the next page at once', async () => {
    const { page, context, asked } = await look(pathOf('direct'), { 'direct.example': 'silence' });
    await page.waitForFunction(
      () => document.querySelector<HTMLImageElement>('main img')?.naturalWidth === 960,
      null,
      {
        timeout: 15_000,
      },
    );
    expect(sources(await pictures(page))).toEqual(originals.map(viaService));
    asked.length = 0;
    const begun = Date.now();
    await page.goto(paper.address + pathOf('direct', 1), { waitUntil: 'domcontentloaded' });
    expect(sources(await pictures(page))).toEqual(originals.map(viaService));
    expect(Date.now() - begun).toBeLessThan(5000);
    await context.close();
  });

  test('show their alternative text when the service fails too', async () => {
    const { page, context } = await look(pathOf('direct'), {
      'direct.example': 'fails',
      'service.example': 'fails',
    });
    const shown = await pictures(page);
    expect(sources(shown)).toEqual(originals);
    expect(shown.map(({ alt }) => alt)).toEqual(['渡口', '湖']);
    await context.close();
  });

  test('keep their addresses when scripts do not run', async () => {
    const { page, context, asked } = await look(pathOf('direct'), { 'direct.example': 'fails' }, false);
    await page.waitForTimeout(500);
    expect(await page.locator('main img').first().getAttribute('src')).toBe(originals[0]);
    expect(asked.filter(({ url }) => url.includes('service.example'))).toEqual([]);
    await context.close();
  });
});

test('loads pictures of a service only from there, and asks for each once', async () => {
  const { page, context, asked, problems } = await look(pathOf('proxy'), { 'service.example': 'fails' });
  const through = ['http://proxy.example/harbour.jpg', 'http://proxy.example/lake.jpg'].map(viaService);
  expect(sources(await pictures(page))).toEqual(through);
  expect(asked.map(({ url }) => url).sort()).toEqual(through);
  expect(problems).toEqual([]);
  await context.close();
});

describe('local pictures', () => {
  test('load from the site with their own size; a picture without a copy loads from its own host', async () => {
    const { page, context, asked } = await look(pathOf('local'), {});
    const shown = await pictures(page);
    const copy = /^http:\/\/127\.0\.0\.1:\d+\/paper\/2026\/11\/pictures\/[0-9a-f]{20}\.webp$/;
    expect(shown.slice(0, 2).map(({ src }) => copy.test(src))).toEqual([true, true]);
    expect(shown.slice(0, 2).map(({ width, shown }) => [width, shown])).toEqual([
      [960, 960],
      [960, 960],
    ]);
    expect(asked.map(({ url }) => url)).toEqual([`${originOf('local')}/nowhere.jpg`]);
    await context.close();
  });

  test('are published only when an article shows them', async () => {
    const pages = ['', pathOf('local', 0), pathOf('local', 1)];
    const html = await Promise.all(
      pages.map((path) => readFile(join(paper.out, path, 'index.html'), 'utf8')),
    );
    const shown = html.join().matchAll(/src="\/paper\/2026\/11\/pictures\/([^"]+)"/g);
    const names = new Set([...shown].map(([, name]) => name));
    expect((await readdir(join(paper.out, '2026/11/pictures'))).sort()).toEqual([...names].sort());
  });
});

describe('a paper without pictures', () => {
  test('shows alternative texts in articles, and no captions', async () => {
    const { page, context, asked } = await look(pathOf('none'), {});
    expect(await page.locator('main img').count()).toBe(0);
    const text = await page.locator('[data-article-body]').textContent();
    expect(text?.replace(/\s/g, '')).toBe('渡口第0号说none。[渡口]又一段。[湖]');
    expect(asked).toEqual([]);
    await context.close();
  });

  test('shows alternative texts in books', async () => {
    const book = unzipSync(await readFile(join(paper.out, `epub/${day}.epub`)));
    const chapter = (policy: Policy) => strFromU8(book[`book/${policy}-0.xhtml`] ?? new Uint8Array());
    expect(chapter('none')).toContain('[渡口]');
    expect(chapter('none')).not.toContain('的说明');
    expect(chapter('direct')).toContain('渡口的说明');
  });

  test('shows no picture on a card', async () => {
    const { page, context } = await look('', {});
    expect(await page.locator('[data-item^=none-]').first().isVisible()).toBe(true);
    expect(await page.locator('[data-item^=none-] img').count()).toBe(0);
    expect(await page.locator('[data-item^=direct-] img').count()).toBeGreaterThan(0);
    await context.close();
  });
});

describe('the policy of a feed', () => {
  const addresses: Record<Policy, RegExp> = {
    direct: /^http:\/\/direct\.example\//,
    proxy: /^https:\/\/service\.example\/\?u=http%3A%2F%2Fproxy\.example%2F/,
    local: /^http:\/\/127\.0\.0\.1:14817\/paper\/2026\/11\/pictures\/[0-9a-f]{20}\.webp$/,
    none: /never/,
  };

  test('applies to its cards', async () => {
    const { page, context } = await look('', {});
    for (const policy of ['direct', 'proxy', 'local'] as const) {
      const src = await page.locator(`[data-item^=${policy}-] img`).first().getAttribute('src');
      const absolute = src?.startsWith('/') ? `http://127.0.0.1:14817${src}` : src;
      expect(absolute, policy).toMatch(addresses[policy]);
    }
    await context.close();
  });

  test.each(policies)('applies to the entries of the published feed of %s', async (policy) => {
    const xml = await readFile(join(paper.out, 'sources', policy, 'rss.xml'), 'utf8');
    const $ = load(xml, { xml: true });
    const leads = $('media\\:content')
      .map((_, element) => $(element).attr('url') ?? '')
      .get();
    const inside = $('content\\:encoded')
      .map((_, element) =>
        [
          ...$(element)
            .text()
            .matchAll(/<img src="([^"]+)"/g),
        ].map(([, url = '']) => url),
      )
      .get();
    expect(leads.length).toBe(policy === 'none' ? 0 : 2);
    expect(inside.length).toBe({ direct: 4, proxy: 4, local: 6, none: 0 }[policy]);
    for (const url of [...leads, ...inside.filter((url) => !url.includes('nowhere'))])
      expect(url).toMatch(addresses[policy]);
    expect(xml).not.toContain('referrerpolicy');
  });
});
