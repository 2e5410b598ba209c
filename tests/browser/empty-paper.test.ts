import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings, openBrowser, visit } from './browser.ts';
import { buildPaper, type ServedPaper } from './build-paper.ts';

let browser: Browser;
let paper: ServedPaper;
beforeAll(async () => {
  browser = await openBrowser();
  paper = await buildPaper({
    config:
      'site: { title: First Light, language: en }\nfeeds: [{ id: coast, url: "https://coast.example/feed" }]\n',
    items: [],
  });
});
afterAll(async () => {
  await browser?.close();
  await paper?.close();
});

test('says what to do next on the front page of a paper without articles', async () => {
  const { page, problems } = await visit(browser, paper.address, { width: 375, scheme: 'light' });
  expect(await page.locator('h1').textContent()).toBe('The first edition is being prepared');
  expect(await page.locator('main ol li').count()).toBe(6);
  expect(await page.locator('[lang="zh-Hans"] h2').textContent()).toBe('创刊号正在准备');
  expect(await axeFindings(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('has its other pages, without articles', async () => {
  for (const path of ['archive/', 'sources/', 'sources/coast/', 'topics/', 'about/']) {
    const { page, problems } = await visit(browser, paper.address + path, { width: 375, scheme: 'dark' });
    expect(await page.locator('h1').count(), path).toBe(1);
    expect(await axeFindings(page), path).toEqual([]);
    expect(problems, path).toEqual([]);
  }
});
