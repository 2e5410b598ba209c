import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, openBrowser, overflow, type View, visit } from './browser.ts';
import { buildPaper, type ServedPaper } from './build-paper.ts';
import { inventedConfig, inventedItems } from './invented-items.ts';

let browser: Browser;
let paper: ServedPaper;
beforeAll(async () => {
  browser = await openBrowser();
  const items = inventedItems('2026-11-22', 40);
  // A later pull brought half of the edition.
  for (const { item } of items.slice(0, 20)) item.firstSeenAt = '2026-11-22T12:00:00.000Z';
  paper = await buildPaper({ config: inventedConfig, items });
});
afterAll(async () => {
  await browser?.close();
  await paper?.close();
});

const phone: View = { width: 375, scheme: 'light' };
const article = '2026/11/22/coast-202611220000/';
const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

describe('the settings', () => {
  test('apply on every page before its first paint', async () => {
    const { page, problems } = await visit(browser, paper.address, phone);
    const light = await background(page);
    await page.getByRole('button', { name: /阅读设置/ }).click();
    await page.getByLabel('暗', { exact: true }).check();
    await page.getByLabel('特大').check();
    const dark = await background(page);
    expect(dark).not.toBe(light);
    await page.goto(paper.address + article, { waitUntil: 'commit' });
    await page.waitForFunction(() => document.body !== null);
    expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toMatchObject({
      theme: 'dark',
      size: 'largest',
    });
    expect(await background(page)).toBe(dark);
    expect(await overflow(page)).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('work by keyboard and pass axe', async () => {
    const { page } = await visit(browser, paper.address, phone);
    await page.getByRole('button', { name: /阅读设置/ }).focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#settings').isVisible()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('#settings').isVisible()).toBe(false);
    await page.context().close();
  });

  test('remember the order of an edition', async () => {
    const { page } = await visit(browser, paper.address, phone);
    await page.getByText('时间', { exact: true }).click();
    await page.goto(`${paper.address}2026/11/22/`);
    expect(await page.locator('.river').isVisible()).toBe(true);
    expect(await page.locator('[value=time]').isChecked()).toBe(true);
    await page.context().close();
  });

  test('are hidden when scripts do not run', async () => {
    const { page } = await visit(browser, paper.address + article, { ...phone, scripts: false });
    expect(await page.locator('.settings-button').isVisible()).toBe(false);
    expect(await page.locator('[data-share]').isVisible()).toBe(false);
    await page.context().close();
  });

  test('can indent paragraphs instead of spacing them', async () => {
    const { page } = await visit(browser, `${paper.address}2026/11/22/hills-202611220001/`, phone);
    const indent = () =>
      page
        .locator('.body p')
        .nth(1)
        .evaluate((p) => getComputedStyle(p).textIndent);
    expect(await indent()).toBe('0px');
    await page.getByRole('button', { name: /阅读设置/ }).click();
    await page.getByLabel('首行缩进').check();
    expect(Number.parseFloat(await indent())).toBeGreaterThan(30);
    await page.context().close();
  });
});

describe('the settings of the paper', () => {
  let inset: ServedPaper;
  beforeAll(async () => {
    inset = await buildPaper({
      config: inventedConfig.replace('site: {', 'site: { paragraphs: indented, indexed: false,'),
      items: inventedItems('2026-11-22', 2),
    });
  });
  afterAll(() => inset?.close());
  const openArticle = () => visit(browser, `${inset.address}2026/11/22/hills-202611220001/`, phone);

  test('decide how paragraphs look until the reader chooses', async () => {
    const { page } = await openArticle();
    const indent = () =>
      page
        .locator('.body p')
        .nth(1)
        .evaluate((p) => Number.parseFloat(getComputedStyle(p).textIndent));
    expect(await indent()).toBeGreaterThan(30);
    await page.getByRole('button', { name: /阅读设置/ }).click();
    expect(await page.getByLabel('首行缩进').isChecked()).toBe(true);
    await page.getByLabel('段间空行').check();
    await page.reload();
    expect(await indent()).toBe(0);
    await page.context().close();
  });

  test('ask search engines to leave out the articles, and no other page', async () => {
    const { page } = await openArticle();
    const robots = page.locator('meta[name=robots]');
    expect(await robots.getAttribute('content')).toBe('noindex');
    await page.goto(inset.address);
    expect(await robots.count()).toBe(0);
    await page.context().close();
  });
});

describe('the keys', () => {
  test('move from headline to headline and back', async () => {
    const { page } = await visit(browser, paper.address, phone);
    const headlines = await page.locator('.by-weight .headline a').allTextContents();
    await page.keyboard.press('j');
    expect(await focused(page)).toBe(headlines[0]);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await focused(page)).toBe(headlines[2]);
    await page.keyboard.press('k');
    expect(await focused(page)).toBe(headlines[1]);
    await page.context().close();
  });

  test('open the next and the previous article', async () => {
    const { page } = await visit(browser, paper.address + article, phone);
    const next = await page.locator('a[rel=next]').getAttribute('href');
    await page.keyboard.press('j');
    await page.waitForURL(`**${next}`);
    await page.keyboard.press('k');
    await page.waitForURL(`**/${article}`);
    await page.context().close();
  });

  test('list what they do, and do nothing once switched off', async () => {
    const { page } = await visit(browser, paper.address, phone);
    await page.keyboard.press('?');
    expect(await page.locator('#help').isVisible()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /阅读设置/ }).click();
    await page.getByLabel('单键快捷键').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await page.locator('#help').isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('what the browser stores', () => {
  test('marks articles that were read', async () => {
    const { page } = await visit(browser, paper.address + article, phone);
    await page.goto(paper.address);
    expect(await page.locator('.by-weight [data-read]').count()).toBe(1);
    expect(await page.locator('[data-item=coast-202611220000]').getAttribute('data-read')).toBe('');
    const colour = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).color);
    const read = await colour('[data-read] .headline');
    expect(read).not.toBe(await colour('.card:not([data-read]) .headline'));
    await page.goto(paper.address + article);
    expect(await colour('h1')).not.toBe(read);
    expect(await colour('a.original')).not.toBe(read);
    await page.context().close();
  });

  test('counts what is new since the last visit', async () => {
    const { page } = await visit(browser, paper.address, phone);
    expect(await page.locator('.order-since').isVisible()).toBe(false);
    const at = Date.parse('2026-11-22T11:00:00.000Z');
    await page.evaluate(
      (latest) => localStorage.setItem('broadsheet:/:visit', JSON.stringify({ before: null, latest })),
      at,
    );
    await page.reload();
    expect(await page.locator('.order-since').textContent()).toBe('上次来过之后，新到20篇');
    expect(await page.locator('.by-weight [data-new]').count()).toBe(20);
    const fresh = page.locator('.by-weight [data-new]').first();
    const name = await fresh.getAttribute('data-item');
    await fresh.locator('.headline a, > a').first().click();
    await page.waitForURL(`**/${name}/`);
    await page.goto(paper.address);
    expect(await page.locator(`[data-item="${name}"]`).getAttribute('data-new')).toBeNull();
    expect(await page.locator('.river [data-read]').count()).toBe(1);
    expect(await page.locator('.by-weight [data-new]').count()).toBe(19);
    expect(await page.locator('.river [data-new]').count()).toBe(19);
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  test('is ignored when its form is wrong', async () => {
    const { page, problems } = await visit(browser, paper.address, phone);
    await page.evaluate(() => {
      for (const key of ['settings', 'read', 'visit']) localStorage.setItem(`broadsheet:/:${key}`, '{"half');
    });
    await page.reload();
    expect(await page.locator('.lead').isVisible()).toBe(true);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

test('shares an article', async () => {
  const { page } = await visit(browser, paper.address + article, phone);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: '转给别人' }).click();
  await page.getByRole('button', { name: '地址已复制' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(paper.address + article);
  await page.context().close();
});

test('copies the address of a feed', async () => {
  const { page } = await visit(browser, `${paper.address}subscribe/`, phone);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: '复制地址 海岸早报' }).click();
  await page.getByText('已复制').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/sources\/coast\/rss\.xml$/);
  await page.context().close();
});
