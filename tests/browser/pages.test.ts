import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  axeFindings,
  openBrowser,
  overflow,
  shifts,
  smallTargets,
  type View,
  type Visit,
  visit,
  widths,
} from './browser.ts';
import { buildPaper, type ServedPaper } from './build-paper.ts';
import { inventedConfig, inventedItems } from './invented-items.ts';

/** A paper in four languages, published under a path, with editions of several sizes. */
const days = { many: '2026-11-22', few: '2026-11-21', one: '2026-10-31', bare: '2025-12-31' };

let browser: Browser;
let paper: ServedPaper;
beforeAll(async () => {
  browser = await openBrowser();
  paper = await buildPaper({
    base: '/paper/',
    config: inventedConfig,
    items: [
      ...inventedItems(days.many, 120),
      ...inventedItems(days.few, 8),
      ...inventedItems(days.one, 1),
      ...inventedItems(days.bare, 5, false),
    ],
  });
});
afterAll(async () => {
  await browser?.close();
  await paper?.close();
});

const pages: Record<string, string> = {
  'the front page': '',
  'a small edition': '2026/11/21/',
  'an edition of one': '2026/10/31/',
  'an edition without pictures': '2025/12/31/',
  'a Chinese article': '2026/11/22/coast-202611220000/',
  'a traditional Chinese article': '2026/11/22/hills-202611220001/',
  'an English article': '2026/11/22/harbour-202611220002/',
  'an Arabic article': '2026/11/22/sahil-202611220003/',
  'a month': '2026/11/',
  'a year': '2026/',
  'the archive': 'archive/',
  'the sources': 'sources/',
  'a source': 'sources/coast/',
  'a source without items': 'sources/silent/',
  'the topics': 'topics/',
  'a topic with a name in Chinese and a space': 'topics/%E6%96%87%E5%8C%96%20%E4%B8%8E%20%E7%94%9F%E6%B4%BB/',
  'the search': 'search/',
  'the page of all feeds': 'subscribe/',
  'the state of the sources': 'status/',
  'the page about the paper': 'about/',
  'the page for when there is no network': 'offline/',
  'the page for what is not there': '404.html',
};

/** Each width in each colour scheme; scripts run in half of them. */
const views: View[] = [
  { width: 375, scheme: 'light', scripts: true },
  { width: 375, scheme: 'dark', scripts: false },
  { width: 1280, scheme: 'light', scripts: false },
  { width: 1280, scheme: 'dark', scripts: true },
];

describe.each(views)('at $width px, $scheme, scripts $scripts', (view) => {
  let open: Visit;
  beforeAll(async () => {
    open = await visit(browser, paper.address, view);
  });
  afterAll(() => open?.page.context().close());

  test.each(Object.entries(pages))('has no problem on %s', async (_, path) => {
    const { page, problems } = open;
    problems.length = 0;
    await page.setViewportSize({ width: view.width, height: 800 });
    await page.goto(paper.address + path);
    expect(await axeFindings(page, view.scripts)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    const ranks = await headingRanks(page);
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
    expect(ranks.every((rank, index) => rank <= (ranks[index - 1] ?? 0) + 1)).toBe(true);
    for (const width of view.width === 375 && view.scripts ? [320, ...widths] : []) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page), `${width} px`).toBe(0);
    }
    expect(problems).toEqual([]);
  });
});

test.each(widths)('shifts no layout on any page at %d px', async (width) => {
  const { page } = await visit(browser, paper.address, { width, scheme: 'light' });
  const moved: Record<string, string[]> = {};
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(paper.address + path);
    const shifted = await shifts(page);
    if (shifted.length > 0) moved[name] = shifted;
  }
  expect(moved).toEqual({});
  await page.context().close();
});

/** The levels of our own headings, in the order of the page. */
function headingRanks(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')]
      .filter((heading) => heading.closest('[data-article-body]') === null)
      .map((heading) => Number(heading.tagName[1])),
  );
}
