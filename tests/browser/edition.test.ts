import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type View, visit } from './browser.ts';
import { buildPaper, type ServedPaper } from './build-paper.ts';
import { inventedConfig, inventedItems } from './invented-items.ts';

let browser: Browser;
let paper: ServedPaper;
beforeAll(async () => {
  browser = await openBrowser();
  paper = await buildPaper({ config: inventedConfig, items: inventedItems('2026-11-22', 100) });
});
afterAll(async () => {
  await browser?.close();
  await paper?.close();
});

const phone: View = { width: 375, scheme: 'light' };
const desk: View = { width: 1280, scheme: 'light' };

describe('a picture of unknown size', () => {
  const shape = (page: Page) =>
    page
      .locator('[data-article-body] img:not([width])')
      .evaluate((img) => img.clientWidth / img.clientHeight);

  test('takes its own shape while it is far below the viewport', async () => {
    const { page } = await visit(browser, `${paper.address}2026/11/22/coast-202611220000/`, {
      ...phone,
      height: 300,
    });
    await page.locator('[data-article-body] img:not([width])').evaluate((img: HTMLImageElement) => {
      img.loading = 'eager';
    });
    await expect.poll(() => shape(page)).toBeCloseTo(600 / 700, 1);
    await page.context().close();
  });

  test('stays in its frame while it is in the viewport, until it is tapped', async () => {
    const { page } = await visit(browser, `${paper.address}2026/11/22/coast-202611220000/`, {
      ...phone,
      height: 3000,
    });
    await page.waitForFunction(() => [...document.images].every(({ naturalWidth }) => naturalWidth > 0));
    expect(await shape(page)).toBeCloseTo(3 / 2, 1);
    await page.locator('[data-article-body] img:not([width])').click();
    expect(await shape(page)).toBeCloseTo(600 / 700, 1);
    await page.context().close();
  });
});

describe('an edition', () => {
  test('changes to chronological order by a button, without scripts', async () => {
    const { page } = await visit(browser, paper.address, { ...phone, scripts: false });
    expect(await page.locator('.lead').isVisible()).toBe(true);
    expect(await page.locator('.river').isVisible()).toBe(false);
    await page.getByText('时间', { exact: true }).click();
    expect(await page.locator('.lead').isVisible()).toBe(false);
    const times = await page.locator('.river time').allTextContents();
    expect(times).toHaveLength(100);
    expect(times.toSorted().reverse()).toEqual(times);
    await page.context().close();
  });

  test('changes its order by the keyboard alone', async () => {
    const { page } = await visit(browser, paper.address, { ...phone, scripts: false });
    await page.locator('[name=order]').first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.river').isVisible()).toBe(true);
    await page.context().close();
  });

  test('scrolls back to the place from which an article was opened', async () => {
    const { page } = await visit(browser, paper.address, phone);
    const link = page.locator('.rows article > a').nth(12);
    await link.scrollIntoViewIfNeeded();
    const place = async () => Math.round((await link.boundingBox())?.y ?? -1);
    const before = await place();
    await link.click();
    await page.locator('[data-article-body]').waitFor();
    await page.goBack();
    await expect.poll(place).toBe(before);
    await page.context().close();
  });

  test('lays out right-to-left items from right to left', async () => {
    const { page } = await visit(browser, paper.address, desk);
    const card = page.locator('.columns article[lang=ar]').first();
    expect(await card.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    const [text, column] = await Promise.all([card.locator('.headline').boundingBox(), card.boundingBox()]);
    expect((text?.x ?? 0) + (text?.width ?? 0)).toBeCloseTo((column?.x ?? 0) + (column?.width ?? 0), 0);
    await page.context().close();
  });
});
