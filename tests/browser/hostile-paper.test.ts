import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileBodies } from '../../src/clean/fixtures/hostile.ts';
import { readBody, readItems } from '../../src/paper/read-content.ts';
import { dayFolder } from '../../src/store/item-path.ts';
import type { PlacedItem } from '../../src/store/stored-item.ts';
import { openBrowser, visit } from './browser.ts';
import { furtherHostileBodies } from './fixtures-hostile/bodies.ts';
import { hostileWords } from './fixtures-hostile/words.ts';
import { feedsOfBodies, feedsOfWords, ownWord } from './hostile-feeds.ts';
import { type FeedPart, readFeed } from './hostile-frames.ts';
import { type HostilePaper, hostilePaper } from './hostile-paper.ts';
import { openTrap } from './hostile-trap.ts';
import type { Shown } from './shown.ts';

const bodies = [...hostileBodies, ...furtherHostileBodies].map(({ html }) => html);

let browser: Browser;
let paper: HostilePaper;
let items: PlacedItem[];
/** Items without duplicates: two items that differ only in their invented words count as one. */
let unlike: PlacedItem[];
beforeAll(async () => {
  browser = await openBrowser();
  const firstNight = [...feedsOfBodies(bodies), ...feedsOfWords('')];
  paper = await hostilePaper([firstNight, feedsOfWords('Again: ')]);
  ({ items } = await readItems(paper.content));
  const kinds = new Map<string, PlacedItem>();
  for (const item of items) {
    const body = (await readBody(paper.content, item)).replace(ownWord, '');
    kinds.set(item.feed.startsWith('body') ? body : item.name, item);
  }
  unlike = [...kinds.values()];
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await paper?.close();
});

const pageOf = (item: PlacedItem) => `${dayFolder(item.day)}/${item.name}/`;

async function happenings(frames: Iterable<[string, Shown]>): Promise<string[]> {
  const trap = await openTrap(browser, `${paper.address}trap`);
  const happened = await trap.show(new Map(frames));
  await trap.close();
  return happened;
}

test('every hostile body and every hostile word is published in the paper', () => {
  expect(paper.report.feeds.filter(({ status }) => status !== 'ok')).toEqual([]);
  expect(items.filter(({ feed }) => feed.startsWith('body'))).toHaveLength(bodies.length);
  expect(items.filter(({ feed }) => !feed.startsWith('body'))).toHaveLength(3 * hostileWords.length);
  expect(items.filter(({ earlierTitles }) => earlierTitles.length > 0)).toHaveLength(3 * hostileWords.length);
  expect(unlike.length).toBeGreaterThan(250);
});

describe('the pages of a hostile paper', () => {
  test('report what their policy blocks', async () => {
    const [item] = items;
    const html = await readFile(join(paper.out, item ? pageOf(item) : '', 'index.html'), 'utf8');
    const raw =
      '<img src=x onerror=xss()><script>xss()</script><p style="color:red">x</p><base href=//evil.example>';
    await mkdir(join(paper.out, 'raw'));
    await writeFile(join(paper.out, 'raw/index.html'), html.replace(/(?<=data-article-body>)/, raw));
    const happened = await happenings([['raw', { address: `${paper.address}raw/` }]]);
    expect(happened.filter((line) => line.startsWith('raw: blocked')).length).toBeGreaterThanOrEqual(4);
    expect(happened).toContain('raw: has img onerror');
    expect(happened).not.toContain('raw: script ran');
  });

  test('run no script, attempt none and contain no forbidden markup', async () => {
    const others = await Array.fromAsync(glob('**/*.html', { cwd: paper.out }));
    const pages = [
      ...unlike.map(pageOf),
      ...others
        .map((file) => file.replace(/index\.html$/, ''))
        .filter((page) => !/^(?:raw|sources\/body-\d+|\d{4}\/\d\d\/\d\d\/[^/]+)\/$/.test(page)),
    ];
    expect(pages.length).toBeGreaterThan(350);
    const frames = pages.map((page): [string, Shown] => [page, { address: paper.address + page }]);
    expect(await happenings(frames)).toEqual([]);
  }, 180_000);

  test('keep their own markup intact around every body', async () => {
    for (const item of unlike) {
      const $ = load(await readFile(join(paper.out, pageOf(item), 'index.html'), 'utf8'));
      expect($('main > article > [data-article-body]').length, item.name).toBe(1);
      expect($('main > article > [data-article-body] + footer').length, item.name).toBe(1);
      expect($('body > main + .colophon').length, item.name).toBe(1);
      expect($('article > header h1').text(), item.name).toBe(item.title);
      expect($('title').text().startsWith(item.title), item.name).toBe(true);
      expect($('meta[name=description]').attr('content') ?? '', item.name).toBe(item.excerpt);
      if (item.author) expect($('.byline').text(), item.name).toContain(item.author);
    }
  });
});

describe('the feeds of a hostile paper', () => {
  test('are harmless in a reader that treats every text as HTML, and link to http and https only', async () => {
    const page = await browser.newPage();
    await page.goto(paper.address);
    const documents = await Array.fromAsync(glob('**/*rss.xml', { cwd: paper.out }));
    const pieces = new Map<string, string[]>();
    for (const document of [...documents, 'daily.xml', 'status.xml'].filter((name) => !/body-/.test(name))) {
      const parts = await page.evaluate(readFeed, paper.address + document);
      if (document === 'rss.xml') expect(parts.filter(isOfBody)).toHaveLength(bodies.length);
      for (const [index, { texts, addresses }] of parts.entries()) {
        expect(addresses.filter((address) => !/^https?:\/\/[^/]/.test(address))).toEqual([]);
        const fresh = texts.filter((text) => !pieces.has(keyOf(text)));
        for (const text of fresh) pieces.set(keyOf(text), []);
        if (fresh.length > 0) pieces.set(`${document} ${index}`, fresh);
      }
    }
    await page.close();
    const frames = [...pieces].filter(([, texts]) => texts.length > 0);
    expect(frames.length).toBeGreaterThan(300);
    expect(await happenings(frames.map(([name, inner]): [string, Shown] => [name, { inner }]))).toEqual([]);
  }, 120_000);

  test('contain the same in JSON', async () => {
    const feed = JSON.parse(await readFile(join(paper.out, 'feed.json'), 'utf8'));
    expect(feed.items.length).toBeGreaterThanOrEqual(bodies.length);
    const rss = load(await readFile(join(paper.out, 'rss.xml'), 'utf8'), { xml: true });
    const inRss = new Set(rss('content\\:encoded, description').map((_, element) => rss(element).text()));
    for (const { content_html } of feed.items) expect(inRss).toContain(content_html);
  });
});

/** Whether an entry carries a hostile body. */
function isOfBody({ addresses }: FeedPart): boolean {
  return addresses.some((address) => /^https:\/\/a\.example\/body-\d+\/\d$/.test(address));
}

/** A text without the invented words that only tell items apart. */
function keyOf(text: string): string {
  return text
    .replace(ownWord, '')
    .replace(/\bbody-\d+(?:-\w+|\/\d)?/g, '')
    .replace(/urn:uuid:\S+/, '');
}

describe('a reader of a hostile paper', () => {
  test('sees no script run on any page', async () => {
    const some = unlike.filter((_, index) => index % 20 === 0).map(pageOf);
    for (const path of ['', 'sources/', 'subscribe/', ...some]) {
      const { page, problems } = await visit(browser, paper.address + path, { width: 375, scheme: 'light' });
      expect(page.url()).toBe(paper.address + path);
      expect(
        problems.filter((problem) => !/^404: .*\/x\b/.test(problem)),
        path,
      ).toEqual([]);
      await page.context().close();
    }
  });

  test('finds hostile words by the search, shown as plain text', async () => {
    const { page, problems } = await visit(browser, `${paper.address}search/?q=xss`, {
      width: 375,
      scheme: 'light',
    });
    let ran = false;
    await page.exposeFunction('xss', () => {
      ran = true;
    });
    await page.locator('.results li').first().waitFor();
    expect((await page.locator('.results .headline').allTextContents()).join()).toContain('xss()');
    expect(await page.locator('.results :not(li, h2, a, p, mark)').count()).toBe(0);
    expect(ran).toBe(false);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
