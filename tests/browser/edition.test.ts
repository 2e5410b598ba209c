import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

describe('an edition', () => {
  it('changes to the order of time by a button, without scripts', async () => {
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

  it('changes its order by the keyboard alone', async () => {
    const { page } = await visit(browser, paper.address, { ...phone, scripts: false });
    await page.locator('[name=order]').first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.river').isVisible()).toBe(true);
    await page.context().close();
  });

  it('moves nothing while its pictures load', async () => {
    for (const view of [phone, desk]) {
      const { page } = await visit(browser, paper.address, view);
      const shift = await page.evaluate(async () => {
        for (let y = 0; y < document.body.scrollHeight; y += 600) {
          scrollTo(0, y);
          await new Promise((done) => setTimeout(done, 30));
        }
        return new Promise<number>((done) => {
          const observer = new PerformanceObserver((list) => {
            observer.disconnect();
            done(
              list
                .getEntries()
                .reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
            );
          });
          observer.observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(0), 300);
        });
      });
      expect(shift, `${view.width} px`).toBe(0);
      await page.context().close();
    }
  });

  it('lays out items that are written from right to left from right to left', async () => {
    const { page } = await visit(browser, paper.address, desk);
    const card = page.locator('.columns article[lang=ar]').first();
    expect(await card.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    const [text, column] = await Promise.all([card.locator('.headline').boundingBox(), card.boundingBox()]);
    expect((text?.x ?? 0) + (text?.width ?? 0)).toBeCloseTo((column?.x ?? 0) + (column?.width ?? 0), 0);
    await page.context().close();
  });
});
