import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visit } from './browser.ts';
import { buildPaper, type ServedPaper } from './build-paper.ts';
import { inventedConfig, inventedItems } from './invented-items.ts';

let browser: Browser;
let paper: ServedPaper;
beforeAll(async () => {
  browser = await openBrowser();
  paper = await buildPaper({
    base: '/paper/',
    config: inventedConfig,
    items: ['2026-11-22', '2026-11-21', '2026-11-20', '2026-11-19'].flatMap((day) => inventedItems(day, 6)),
  });
});
afterAll(async () => {
  await browser?.close();
  await paper?.close();
});

/** Whether the page shows the note that it comes from the cache. */
const saysKept = (page: Page) => page.locator('.offline-note').isVisible();

const open = async () => {
  const visited = await visit(browser, paper.address, { width: 375, scheme: 'light', offline: true });
  const { page } = visited;
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return visited;
};

test('shows the latest kept edition, with its date, instead of the front page when there is no network', async () => {
  const { page } = await open();
  await page.waitForFunction(async () => (await (await caches.open('pages')).keys()).length > 1);
  await page.context().setOffline(true);
  await page.goto(paper.address);
  expect(new URL(page.url()).pathname).toBe('/paper/2026/11/22/');
  expect(await page.locator('h1').textContent()).toBe('2026年11月22日 星期日');
  expect(await saysKept(page)).toBe(true);
  // Its style sheet is kept with it.
  expect(await page.locator('.masthead-title').evaluate((title) => getComputedStyle(title).fontWeight)).toBe(
    '900',
  );
  await page.context().close();
});

test('shows pages that were read before, and says of others that they are missing', async () => {
  const { page } = await open();
  const read = '2026/11/21/coast-202611210000/';
  await page.goto(paper.address + read);
  await page.waitForFunction(async () => (await caches.match(location.pathname)) !== undefined);
  await page.context().setOffline(true);
  await page.reload();
  expect(await page.locator('[data-article-body]').textContent()).toContain('渡轮公司');
  await page.goto(`${paper.address}2026/11/19/`);
  expect(await page.locator('h1').textContent()).toBe('现在没有网络');
  await page.context().close();
});

test('marks a page as kept only when it comes from the cache', async () => {
  const { page } = await open();
  const path = `${paper.address}2026/11/21/`;
  await page.goto(path);
  await page.waitForFunction(async () => (await caches.match(location.pathname)) !== undefined);
  await page.goto(path);
  expect(await saysKept(page)).toBe(false);
  await page.context().setOffline(true);
  await page.goto(path);
  expect(await saysKept(page)).toBe(true);
  await page.context().setOffline(false);
  await page.goto(path);
  expect(await saysKept(page)).toBe(false);
  await page.context().close();
});

test('keeps the last three editions with all their articles on request', async () => {
  const { page } = await open();
  await page.getByRole('button', { name: /阅读设置/ }).click();
  await page.getByRole('button', { name: '把最近三期存到本机' }).click();
  await page.getByRole('button', { name: '最近三期已存好' }).waitFor();
  await page.context().setOffline(true);
  for (const path of ['2026/11/20/', '2026/11/20/sahil-202611200003/']) {
    await page.goto(paper.address + path);
    expect(await page.locator('h1').textContent(), path).not.toBe('现在没有网络');
  }
  await page.context().close();
});

test('can be installed as an app', async () => {
  const manifest = await (await fetch(`${paper.address}manifest.webmanifest`)).json();
  expect(manifest).toMatchObject({
    name: '海岸报',
    start_url: '/paper/',
    scope: '/paper/',
    display: 'standalone',
  });
  for (const { src } of manifest.icons) {
    expect((await fetch(new URL(src, paper.address))).headers.get('content-type')).toBe('image/png');
  }
});
