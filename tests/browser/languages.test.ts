import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, openBrowser, overflow, visit, widths } from './browser.ts';
import { buildPaper, type ServedPaper } from './build-paper.ts';
import { inventedConfig, inventedItems } from './invented-items.ts';

let browser: Browser;
const papers = new Map<string, ServedPaper>();
const build = (language: string) =>
  buildPaper({
    config: inventedConfig.replace('site: {', `site: { language: ${language},`),
    items: inventedItems('2026-11-22', 12),
  });
beforeAll(async () => {
  browser = await openBrowser();
  for (const language of ['en', 'zh-Hant']) papers.set(language, await build(language));
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([...papers.values()].map((paper) => paper.close()));
});

describe.each(['en', 'zh-Hant'])('a paper in %s', (language) => {
  const open = async (path = '', width = 375) =>
    visit(browser, `${papers.get(language)?.address}${path}`, { width, scheme: 'light' });

  test('uses it on every page, and fits every width', async () => {
    for (const path of ['', 'archive/', 'subscribe/', '2026/11/22/sahil-202611220003/']) {
      const { page, problems } = await open(path);
      expect(await page.locator('html').getAttribute('lang'), path).toBe(language);
      for (const width of [320, ...widths]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflow(page), `${path} ${width}`).toBe(0);
      }
      expect(await axeFindings(page), path).toEqual([]);
      expect(problems, path).toEqual([]);
      await page.context().close();
    }
  });

  test('marks each item with its own language, so that the browser picks the right glyphs', async () => {
    const { page } = await open();
    const fontOf = (tag: string) =>
      page
        .locator(`article[lang="${tag}"] .headline`)
        .first()
        .evaluate((headline) => getComputedStyle(headline).fontFamily);
    expect(await fontOf('zh-Hans')).toContain('Noto Serif CJK SC');
    expect(await fontOf('zh-Hant')).toContain('Noto Serif CJK TC');
    expect(await fontOf('ar')).toContain('Noto Naskh Arabic');
    expect(await fontOf('en')).toContain('Source Serif');
    await page.context().close();
  });

  test('keeps the direction of its own words inside an item of the other direction', async () => {
    const { page } = await open('2026/11/22/sahil-202611220003/', 1280);
    const directionOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).direction);
    expect(await directionOf('article.article')).toBe('rtl');
    expect(await directionOf('article.article > footer')).toBe('ltr');
    expect(await page.locator('.byline').getAttribute('lang')).toBe(language);
    await page.context().close();
  });

  test('shows each of the two buttons of an edition on one line', async () => {
    const { page } = await open();
    const heights = await page
      .locator('.order label')
      .evaluateAll((labels) => labels.map((label) => label.getBoundingClientRect().height));
    expect(Math.max(...heights)).toBeLessThan(50);
    await page.context().close();
  });
});
