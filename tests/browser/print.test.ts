import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visit } from './browser.ts';
import { buildPaper, type ServedPaper } from './build-paper.ts';
import { inventedConfig, inventedItems } from './invented-items.ts';

let browser: Browser;
let paper: ServedPaper;
beforeAll(async () => {
  browser = await openBrowser();
  paper = await buildPaper({ config: inventedConfig, items: inventedItems('2026-11-22', 30) });
});
afterAll(async () => {
  await browser?.close();
  await paper?.close();
});

test.each(['', '2026/11/22/coast-202611220000/'])(
  '"/%s" prints as black on white, without anything to press',
  async (path) => {
    const { page } = await visit(browser, paper.address + path, { width: 794, scheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const colours = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return [color, backgroundColor];
    });
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    for (const control of ['.masthead-nav', '.neighbours', '.order', '.tools', '.calendar']) {
      expect(await page.locator(`${control}:visible`).count(), control).toBe(0);
    }
    await page.context().close();
  },
);

test('prints the address of the original below an article', async () => {
  const { page } = await visit(browser, `${paper.address}2026/11/22/coast-202611220000/`, {
    width: 794,
    scheme: 'light',
  });
  await page.emulateMedia({ media: 'print' });
  const printed = await page
    .locator('a.original')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(printed).toContain('https://coast.example/0');
  await page.context().close();
});
