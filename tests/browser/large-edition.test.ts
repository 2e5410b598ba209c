import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { load } from 'cheerio';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, openBrowser, overflow, shifts, smallTargets, type View, visit } from './browser.ts';
import { buildPaper, type ServedPaper } from './build-paper.ts';
import { largeConfig, largeDay, largeEdition } from './large-edition.ts';

let browser: Browser;
let paper: ServedPaper;
let html: string;
const items = largeEdition();
beforeAll(async () => {
  browser = await openBrowser();
  const eve = { ...items[30]?.item, day: '2026-11-21', name: 'coast-eve', title: '前一天的一条', minutes: 9 };
  const part = `<h2>小标题</h2>${`<p>${'前一天的事。'.repeat(60)}</p>`.repeat(3)}`;
  paper = await buildPaper({
    config: largeConfig,
    items: [...items, { item: eve as (typeof items)[number]['item'], body: part.repeat(4) }],
  });
  html = await readFile(join(paper.out, 'index.html'), 'utf8');
});
afterAll(async () => {
  await browser?.close();
  await paper?.close();
});

/** Before the next edition is due. */
const now = '2026-11-22T07:00:00+08:00';
const phone: View = { width: 375, height: 812, scheme: 'light', now };
const topOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => Math.round(element.getBoundingClientRect().top + scrollY));

describe('the front page of 250 stories', () => {
  test('weighs at most 40 kB, and its brief stands in the first 14', () => {
    expect(gzipSync(html).length).toBeLessThanOrEqual(40_000);
    const begin = html.slice(0, html.indexOf('id="stories"'));
    expect(begin).toContain('id="brief"');
    expect(gzipSync(begin).length).toBeLessThanOrEqual(14_000);
  });

  test('draws at most 1,500 elements before the reader opens anything', async () => {
    const { page } = await visit(browser, paper.address, phone);
    const drawn = await page.evaluate(
      () => [...document.querySelectorAll('*')].filter((element) => element.checkVisibility()).length,
    );
    expect(drawn).toBeLessThanOrEqual(1500);
    await page.context().close();
  });

  test.each([
    { width: 375, scheme: 'light', scripts: true },
    { width: 375, scheme: 'dark', scripts: false },
    { width: 768, scheme: 'dark', scripts: true },
    { width: 1280, scheme: 'light', scripts: false },
    { width: 1600, scheme: 'light', scripts: true },
  ] as const)('has no problem at $width px, $scheme, scripts $scripts', async (view) => {
    const { page, problems } = await visit(browser, paper.address, view);
    expect(await axeFindings(page, view.scripts)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.getByText('时间', { exact: true }).click();
    expect(await page.locator('.river').isVisible()).toBe(true);
    await page.evaluate(() => scrollTo(0, 3000));
    expect(await axeFindings(page, view.scripts)).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test.each([2, 4])('fits the window at a zoom of %d hundred per cent', async (zoom) => {
    const { page } = await visit(browser, paper.address, {
      width: 1280 / zoom,
      height: 900 / zoom,
      scheme: 'light',
      now,
    });
    expect(await overflow(page)).toBe(0);
    if (zoom === 2) expect(await topOf(page, '.brief')).toBeLessThanOrEqual(96);
    await page.context().close();
  });
});

describe('the brief', () => {
  test('begins within 96 px on a phone, before any picture, with the stories that most sources tell', async () => {
    for (const scripts of [true, false]) {
      const { page } = await visit(browser, paper.address, { ...phone, scripts });
      const top = await topOf(page, '.brief');
      expect(top).toBeLessThanOrEqual(96);
      expect(await topOf(page, 'main img')).toBeGreaterThan(top);
      const told = await page.locator('.brief .tellers').allTextContents();
      expect(told.length).toBeGreaterThanOrEqual(5);
      const counts = told.map((text) => Number.parseInt(text, 10) || 1);
      expect(counts.slice(0, 2)).toEqual([6, 5]);
      expect(counts.toSorted((a, b) => b - a)).toEqual(counts);
      expect(await page.locator('.brief-read').isVisible()).toBe(false);
      await page.context().close();
    }
  });

  test('says that it is read once each of its articles was opened', async () => {
    const { page } = await visit(browser, paper.address, phone);
    const links = await page
      .locator('.brief li a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    for (const href of links.slice(1)) await page.goto(new URL(href ?? '', paper.address).href);
    await page.goto(paper.address);
    expect(await page.locator('.brief-read').isVisible()).toBe(false);
    await page.locator('.brief li a').first().click();
    await page.locator('[data-article-body]').waitFor();
    await page.waitForLoadState('load');
    await page.goto(paper.address);
    expect(await page.getByText('要点已读完。').isVisible()).toBe(true);
    await page.context().close();
  });
});

describe('the sections of an edition', () => {
  test('are a tap away wherever the reader is', async () => {
    for (const y of [0, 2500, 6000]) {
      const { page } = await visit(browser, paper.address, { ...phone, scripts: false });
      await page.mouse.wheel(0, y);
      await page.waitForTimeout(100);
      const link = page.locator('.sections a', { hasText: '商贸' });
      const box = await link.boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(812);
      await link.click();
      const section = page.locator('.topic', { hasText: '商贸' }).first();
      const bar = await page.locator('.order').boundingBox();
      const title = await section.locator('.section-title').boundingBox();
      expect(title?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
      expect(title?.y).toBeLessThan(300);
      await page.context().close();
    }
  });
});

describe('the order by time', () => {
  test('is one column by hour, with the time at the end of each row', async () => {
    for (const width of [375, 1600]) {
      const { page } = await visit(browser, paper.address, { width, scheme: 'light', scripts: false });
      await page.getByText('时间', { exact: true }).click();
      const rows = page.locator('.river li');
      const lefts = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().left));
      expect(new Set(lefts).size).toBe(1);
      expect(await rows.count()).toBe(items.length);
      const hours = await page.locator('.river h2').allTextContents();
      expect(hours.length).toBeGreaterThan(10);
      const ends = await rows
        .first()
        .evaluate((row) => [
          row.getBoundingClientRect().right,
          row.querySelector('time')?.getBoundingClientRect().right,
          row.lastElementChild?.tagName,
        ]);
      expect(ends[1]).toBe(ends[0]);
      expect(ends[2]).toBe('TIME');
      await page.context().close();
    }
  });
});

describe('a headline', () => {
  test('breaks no word, and at its space first', async () => {
    for (const width of [375, 768, 1280]) {
      const { page } = await visit(browser, paper.address, { width, scheme: 'light', scripts: false });
      const headline = page.locator('.brief li a', { hasText: '渡轮公司' });
      const lines = await headline.evaluate((link) => {
        const spans = [...link.querySelectorAll('span')].map((span) => span.getBoundingClientRect());
        return spans.map(({ top }) => Math.round(top));
      });
      expect(lines).toHaveLength(2);
      expect(await headline.evaluate((link) => getComputedStyle(link).wordBreak)).toBe('keep-all');
      expect((await headline.innerHTML()).match(/<wbr>/g)?.length).toBeGreaterThan(3);
      await page.context().close();
    }
  });
});

describe('pictures', () => {
  const withoutPictures = async (page: Page) => {
    await page.context().route(/\.example\//, (route) => route.abort());
    await page.reload();
  };

  test('fill frames of fixed shape, which show the source where none comes', async () => {
    for (const width of [375, 768, 1280]) {
      const { page } = await visit(browser, paper.address, { width, scheme: 'light', now });
      const frames = () =>
        page.locator('.card-picture:visible').evaluateAll((all) =>
          all.map((frame) => {
            const { width, height } = frame.getBoundingClientRect();
            const fit = getComputedStyle(frame.querySelector('img') ?? frame).objectFit;
            return {
              ratio: width / height,
              height,
              fit,
              text: frame.textContent,
              lead: frame.closest('.lead'),
            };
          }),
        );
      const loaded = await frames();
      expect(loaded.length).toBeGreaterThan(3);
      expect(new Set(loaded.map(({ fit }) => fit))).toEqual(new Set(['cover']));
      for (const { ratio, lead } of loaded) if (!lead) expect(ratio).toBeCloseTo(3 / 2, 1);
      await withoutPictures(page);
      const failed = await frames();
      expect(failed.map(({ height }) => height)).toEqual(loaded.map(({ height }) => height));
      expect(failed.every(({ text }) => (text ?? '').trim().length > 0)).toBe(true);
      expect(await shifts(page)).toEqual([]);
      await page.context().close();
    }
  });

  test('that are known to be small are not stretched', async () => {
    const { page } = await visit(browser, paper.address, { width: 1280, scheme: 'light', now });
    const small = page.locator('.card-picture:has(img[src*=small])');
    for (const width of await small.evaluateAll((all) => all.map((frame) => frame.clientWidth)))
      expect(width).toBeLessThanOrEqual(310);
    await page.context().close();
  });

  test('of an article that fail become one line with a link', async () => {
    const failing = items.find(({ item }) => item.picture?.url.includes('failing'))?.item;
    const { page } = await visit(browser, `${paper.address}2026/11/22/${failing?.name}/`, phone);
    await withoutPictures(page);
    const img = page.locator('[data-article-body] img');
    await expect.poll(() => img.getAttribute('alt')).toContain(`${failing?.feed}.example`);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const line = page.locator('[data-article-body] a.lost');
    await line.waitFor();
    expect(await line.getAttribute('href')).toBe(failing?.picture?.url);
    expect((await line.boundingBox())?.height).toBeLessThan(60);
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });
});

describe('a reader', () => {
  test('finds the parts of a long article in a list at its head', async () => {
    const { page, problems } = await visit(browser, `${paper.address}2026/11/21/coast-eve/`, phone);
    await page.locator('.contents summary').click();
    await page.locator('.contents a').nth(2).click();
    const part = await page.locator('[data-article-body] h2').nth(2).boundingBox();
    const bar = await page.locator('.way-back').boundingBox();
    expect(part?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
    expect(await axeFindings(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('opens a day of a source from its calendar', async () => {
    const { page } = await visit(browser, `${paper.address}sources/coast/`, phone);
    await page.getByRole('link', { name: /^11月22日/ }).click();
    expect(new URL(page.url()).pathname).toBe('/sources/coast/');
    const title = await page.locator(`[id="${largeDay}"]`).boundingBox();
    expect(title?.y).toBeGreaterThanOrEqual(0);
    expect(title?.y).toBeLessThan(200);
    await page.context().close();
  });

  test('with colours of their own sees the order that is chosen', async () => {
    const { page } = await visit(browser, paper.address, phone);
    await page.emulateMedia({ forcedColors: 'active' });
    const borders = await page
      .locator('.order label')
      .evaluateAll((all) => all.map((label) => getComputedStyle(label).borderBottomStyle));
    expect(borders).toEqual(['solid', 'none']);
    await page.context().close();
  });

  test('chooses sizes from small to large', async () => {
    const { page } = await visit(browser, paper.address, phone);
    const sizes = await page
      .locator('[name=size]')
      .evaluateAll((all) => all.map((input) => input.getAttribute('value')));
    expect(sizes).toEqual(['small', 'medium', 'large', 'largest']);
    expect(await page.locator('[name=size]:checked').getAttribute('value')).toBe('medium');
    await page.context().close();
  });
});

describe('what machines read', () => {
  const pageOf = async (path: string) => load(await readFile(join(paper.out, path), 'utf8'));

  test('is on the page of an edition: previews, a list of its stories, entries', async () => {
    const $ = await pageOf('2026/11/22/index.html');
    expect($('meta[property="og:title"]').attr('content')).toBe('2026年11月22日 星期日');
    expect($('meta[property="og:url"]').attr('content')).toMatch(/\/2026\/11\/22\/$/);
    expect($('link[rel=canonical]').attr('href')).toBe($('meta[property="og:url"]').attr('content'));
    const list = JSON.parse($('script[type="application/ld+json"]').text());
    expect(list['@type']).toBe('ItemList');
    expect(list.itemListElement.length).toBeGreaterThanOrEqual(5);
    for (const { item } of list.itemListElement) expect(item.isBasedOn).toMatch(/^https:\/\/\w+\.example\//);
    const entries = $('.h-feed .h-entry');
    expect(entries.length).toBeGreaterThan(10);
    expect(entries.find('.p-name.u-url[href]').length).toBe(entries.length);
    expect(entries.find('.dt-published[datetime]').length).toBe(entries.length);
  });

  test('is on the page of an article, whose original is the canonical one', async () => {
    const item = items[0]?.item;
    const $ = await pageOf(`2026/11/22/${item?.name}/index.html`);
    expect($('link[rel=canonical]').attr('href')).toBe(item?.link);
    expect($('meta[property="og:type"]').attr('content')).toBe('article');
    expect($('meta[property="og:image"]').attr('content')).toBe(item?.picture?.url);
    const article = JSON.parse($('script[type="application/ld+json"]').text());
    expect(article).toMatchObject({ '@type': 'NewsArticle', headline: item?.title, isBasedOn: item?.link });
    expect($('.h-entry > header .p-name').text()).toBe(item?.title);
    expect($('.h-entry .e-content, .h-entry .u-url').length).toBe(2);
    expect($('link[rel=alternate][type="application/rss+xml"]').length).toBeGreaterThan(0);
  });

  test('is at the root: rules for crawlers, which lead to a list of pages that exist', async () => {
    const robots = await readFile(join(paper.out, 'robots.txt'), 'utf8');
    expect(robots).toMatch(/^Sitemap: .*\/sitemap\.xml$/m);
    const $ = load(await readFile(join(paper.out, 'sitemap.xml'), 'utf8'), { xml: true });
    for (const place of $('loc').toArray()) {
      const { pathname } = new URL($(place).text());
      await expect(
        access(join(paper.out, decodeURIComponent(pathname), 'index.html')),
      ).resolves.toBeUndefined();
    }
  });
});

describe('the days', () => {
  test('around an edition and an article are at their top', async () => {
    const { page } = await visit(browser, `${paper.address}2026/11/22/`, { ...phone, scripts: false });
    expect(await page.locator('h1 time').getAttribute('datetime')).toBe(largeDay);
    await page.locator('.days').getByRole('link', { name: '前一期 11月21日 星期六' }).click();
    expect(new URL(page.url()).pathname).toBe('/2026/11/21/');
    await page.goto(`${paper.address}2026/11/22/${items[0]?.item.name}/`);
    expect(await topOf(page, '.days')).toBeLessThan(120);
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(100);
    const box = await page.locator('.way-back').boundingBox();
    expect(box?.y).toBe(0);
    await page.locator('.way-back > a').click();
    expect(new URL(page.url()).pathname).toBe('/2026/11/22/');
    await page.context().close();
  });
});

test('shifts no layout', async () => {
  for (const width of [375, 1280]) {
    const { page } = await visit(browser, paper.address, { width, scheme: 'light' });
    expect(await shifts(page)).toEqual([]);
    await page.context().close();
  }
});
