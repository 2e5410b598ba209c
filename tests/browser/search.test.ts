import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, openBrowser, overflow, type View, visit, widths } from './browser.ts';
import { buildPaper, type ServedPaper } from './build-paper.ts';
import { inventedConfig, inventedItems } from './invented-items.ts';

/** A paper of sixteen months, so that the first search does not cover the oldest. */
const days = Array.from({ length: 16 }, (_, index) => {
  const month = 11 - index;
  return `${month > 0 ? 2026 : 2025}-${String(month > 0 ? month : month + 12).padStart(2, '0')}-22`;
});

let browser: Browser;
let paper: ServedPaper;
beforeAll(async () => {
  browser = await openBrowser();
  const items = days.flatMap((day) => inventedItems(day, 8));
  const latest = items[6];
  if (latest)
    Object.assign(latest, {
      item: { ...latest.item, title: '渡轮换成电的了' },
      body: '<p>渡轮换成了电的。</p>',
    });
  const another = items[7];
  if (another)
    Object.assign(another, {
      item: { ...another.item, title: '码头的新船' },
      body: '<p>渡轮换成了电的。</p>',
    });
  const oldest = items.at(-8);
  if (oldest) oldest.item.title = '煤油灯博物馆闭馆';
  paper = await buildPaper({ config: inventedConfig, items, base: '/paper/' });
});
afterAll(async () => {
  await browser?.close();
  await paper?.close();
});

const phone: View = { width: 375, scheme: 'light' };
const open = async (query = '') => {
  const visited = await visit(browser, `${paper.address}search/${query}`, phone);
  await visited.page.locator('[name=q]:focus').waitFor();
  return visited;
};
const found = async (page: Page) => {
  await page.locator('[role=status]').filter({ hasText: /\d/ }).waitFor();
  return page.locator('.results .headline').allTextContents();
};

describe('searching', () => {
  test.each([
    ['鱼市', '渡轮改在清晨五点开出，鱼市跟着提前一小时'],
    ['齐柏林飞艇', null],
    ['gauge', 'Tide gauge found to be nine centimetres too honest'],
    ['رصيفه', 'الميناء يفتح رصيفه الثالث قبل الموعد'],
    ['地图', '山上的圖書館收到一箱沒有署名的舊地圖'],
    ['地圖', '山上的圖書館收到一箱沒有署名的舊地圖'],
    ['漁市', '渡轮改在清晨五点开出，鱼市跟着提前一小时'],
  ])('for %s finds %s', async (query, title) => {
    const { page, problems } = await open(`?q=${encodeURIComponent(query)}`);
    const titles = await found(page);
    if (title === null) expect(titles).toEqual([]);
    else expect(titles[0]).toBe(title);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('shows dates in the form of the other pages', async () => {
    const { page } = await open('?q=%E9%B1%BC%E5%B8%82');
    await found(page);
    expect(await page.locator('.results .meta').first().textContent()).toMatch(/ · 2026年11月22日$/);
    await page.context().close();
  });

  test('marks the search term even where segmentation cut the text into other words', async () => {
    // A dictionary reads 渡 and 轮换 in the headline.
    const { page } = await open('?q=%E6%B8%A1%E8%BD%AE');
    expect(await found(page)).toContain('渡轮换成电的了');
    const row = page.locator('.results li').filter({ hasText: '渡轮换成电的了' });
    expect((await row.locator('mark').allTextContents()).join('')).toContain('渡轮');
    await page.context().close();
  });

  test.each(['渡轮', '渡輪'])(
    'finds %s where the text was cut across it and few have it whole',
    async (word) => {
      const { page } = await open(`?q=${encodeURIComponent(word)}&month=2026-11`);
      await page.locator('.results .headline').filter({ hasText: '码头的新船' }).waitFor();
      const row = page.locator('.results li').filter({ hasText: '码头的新船' });
      expect(await row.locator('mark').allTextContents()).toEqual(['渡轮']);
      const titles = await found(page);
      expect(new Set(titles).size).toBe(titles.length);
      const status = await page.locator('.note[role=status]').textContent();
      expect(status).toContain(String(titles.length));
      await page.context().close();
    },
  );

  test('keeps the query in the address while the reader types', async () => {
    const { page } = await open();
    await page.locator('[name=q]').fill('头班');
    expect((await found(page)).length).toBeGreaterThan(0);
    expect(new URL(page.url()).searchParams.get('q')).toBe('头班');
    expect((await page.locator('.results li').first().locator('mark').allTextContents()).join('')).toContain(
      '头班',
    );
    await page.locator('.results a').first().click();
    await page.waitForURL('**/paper/20*/**');
    await page.context().close();
  });

  test('is narrowed by source, topic and month', async () => {
    const { page } = await open('?q=%E5%A4%B4%E7%8F%AD');
    const all = Number(
      (await page.locator('[role=status]').filter({ hasText: /\d/ }).textContent())?.match(/\d+/)?.[0],
    );
    await page.locator('[name=month]').selectOption('2026-10');
    await page.waitForURL('**month=2026-10');
    await page.waitForFunction((before) => {
      const now = document.querySelector('[role=status]')?.textContent?.match(/\d+/)?.[0];
      return now !== undefined && Number(now) < before;
    }, all);
    const dates = await page.locator('.results .meta').allTextContents();
    expect(dates.length).toBeGreaterThan(0);
    expect(dates.every((text) => text.includes('2026年10月'))).toBe(true);
    await page.locator('[name=source]').selectOption('hills');
    await page.locator('[role=status]').filter({ hasText: /0/ }).waitFor();
    await page.context().close();
  });

  test('searches older months on request, or at once when an old month is chosen', async () => {
    const { page } = await open('?q=%E7%85%A4%E6%B2%B9%E7%81%AF');
    expect(await found(page)).not.toContain('煤油灯博物馆闭馆');
    await page.getByRole('button', { name: '再往前找' }).click();
    await page.getByRole('heading', { name: '煤油灯博物馆闭馆' }).waitFor();
    expect(await page.getByRole('button', { name: '再往前找' }).isVisible()).toBe(false);
    await page.context().close();

    const month = days.at(-1)?.slice(0, 7);
    const { page: other } = await open(`?q=%E7%85%A4%E6%B2%B9%E7%81%AF&month=${month}`);
    await other.getByRole('heading', { name: '煤油灯博物馆闭馆' }).waitFor();
    await other.context().close();
  });

  test('finds the page of a source by its name', async () => {
    const { page } = await open('?q=Harbour%20Wire');
    await found(page);
    expect(await page.locator('.results a[href="/paper/sources/harbour/"]').count()).toBe(1);
    await page.context().close();
  });

  test('passes axe and fits every width', async () => {
    const { page } = await open('?q=%E5%A4%B4%E7%8F%AD');
    await found(page);
    for (const width of [320, ...widths]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page), `${width} px`).toBe(0);
    }
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  test('opens by a key from every page', async () => {
    const { page } = await visit(browser, paper.address, phone);
    await page.keyboard.press('/');
    await page.waitForURL('**/search/');
    await page.context().close();
  });
});

test('links to the archive when scripts do not run', async () => {
  const { page } = await visit(browser, `${paper.address}search/`, { ...phone, scripts: false });
  expect(await page.locator('.search form').isVisible()).toBe(false);
  await page.locator('.search-off a').click();
  expect(new URL(page.url()).pathname).toBe('/paper/archive/');
  await page.context().close();
});
