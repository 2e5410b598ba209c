import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatMoved, movedFile } from '../../src/store/moved-items.ts';
import { formatPressRecord, pressRecordFile } from '../../src/store/press-record.ts';
import { openBrowser, type View, visit } from './browser.ts';
import { buildPaper, type ServedPaper } from './build-paper.ts';
import { inventedConfig, inventedItems } from './invented-items.ts';

const record = { edition: '2026-11-22', at: '2026-11-21T21:43:00.000Z' };
const config = inventedConfig.replace('site: {', 'site: { language: en,');
const printed = inventedItems('2026-11-22', 30);
const waiting = inventedItems('2026-11-23', 7);
const twin = printed[0]?.item.name ?? '';

let browser: Browser;
let paper: ServedPaper;
let young: ServedPaper;
beforeAll(async () => {
  browser = await openBrowser();
  const write = (edition: string) => (content: string) =>
    writeFile(join(content, pressRecordFile), formatPressRecord({ ...record, edition }));
  paper = await buildPaper({
    config,
    items: [...printed, ...waiting],
    beforeBuild: async (content) => {
      await write('2026-11-22')(content);
      await writeFile(join(content, movedFile), formatMoved({ [`2026-11-23/${twin}`]: '2026-11-22' }));
    },
  });
  young = await buildPaper({ config, items: waiting, beforeBuild: write('2026-11-22') });
});
afterAll(async () => {
  await browser?.close();
  await paper?.close();
  await young?.close();
});

const phone: View = { width: 375, scheme: 'light' };

describe('the front page between two presses', () => {
  test('shows the edition that went to press, and leads to what has come since', async () => {
    for (const scripts of [true, false]) {
      const { page, problems } = await visit(browser, paper.address, { ...phone, scripts });
      expect(await page.locator('h1 time').getAttribute('datetime')).toBe('2026-11-22');
      expect(await page.locator('.by-weight [data-item]').count()).toBeGreaterThan(5);
      await page.getByRole('link', { name: 'Since this edition: 7 articles' }).click();
      expect(new URL(page.url()).pathname).toBe('/latest/');
      const names = await page
        .locator('[data-item]')
        .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-item')));
      const expected = waiting.map(({ item }) => item.name);
      expect(names.every((name) => expected.includes(name ?? ''))).toBe(true);
      expect(problems).toEqual([]);
      await page.context().close();
    }
  });

  test.each([
    ['says nothing before the next press', '2026-11-22T20:00:00+08:00', false],
    ['says that the next edition has not come once it is due', '2026-11-23T05:31:00+08:00', true],
    ['says so a week later', '2026-11-30T12:00:00+08:00', true],
    ['shows the date of its edition where no script runs', undefined, false],
  ])('%s', async (_, now, isLate) => {
    const view = now === undefined ? { ...phone, scripts: false } : { ...phone, now };
    const { page, problems } = await visit(browser, paper.address, view);
    expect(await page.getByText('The edition of Monday 23 November has not come yet.').isVisible()).toBe(
      isLate,
    );
    expect(await page.getByText('Sunday 22 November 2026').isVisible()).toBe(true);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe('an article', () => {
  test('says in which edition it stands, or will', async () => {
    const [first] = waiting;
    const { page } = await visit(browser, `${paper.address}2026/11/22/${twin}/`, phone);
    await page.getByRole('link', { name: 'In the edition of Sunday 22 November' }).click();
    expect(new URL(page.url()).pathname).toBe('/2026/11/22/');
    await page.goto(`${paper.address}2026/11/23/${first?.item.name}/`);
    await page
      .getByRole('link', { name: 'In the edition of Monday 23 November, which goes to press at 05:30' })
      .click();
    expect(new URL(page.url()).pathname).toBe('/latest/');
    await page.context().close();
  });

  test('is found at the address that it had under another day', async () => {
    const { page } = await visit(browser, `${paper.address}2026/11/23/${twin}/`, {
      ...phone,
      scripts: false,
    });
    await page.waitForURL(`**/2026/11/22/${twin}/`);
    expect(await page.locator('[data-article-body]').count()).toBe(1);
    await page.context().close();
  });
});

describe('an edition that has not gone to press', () => {
  test('has no page, and stands in no archive and no feed of editions', async () => {
    const { page } = await visit(browser, `${paper.address}archive/`, phone);
    const answers = ['2026/11/23/', 'epub/2026-11-23.epub'].map((path) =>
      page.request.get(paper.address + path),
    );
    expect((await Promise.all(answers)).map((answer) => answer.status())).toEqual([404, 404]);
    expect(await page.locator('a[href*="/2026/11/23/"]').count()).toBe(0);
    const daily = await (await page.request.get(`${paper.address}daily.xml`)).text();
    expect(daily.match(/<item>/g)).toHaveLength(1);
    const everything = await (await page.request.get(`${paper.address}rss.xml`)).text();
    expect(everything).toContain(`/2026/11/23/${waiting[0]?.item.name}/`);
    await page.context().close();
  });

  test('is announced on the front page of a paper that has none yet', async () => {
    const { page, problems } = await visit(browser, young.address, phone);
    expect(await page.getByText('The first edition has not gone to press yet.').isVisible()).toBe(true);
    await page.getByRole('link', { name: '7 articles' }).click();
    expect(new URL(page.url()).pathname).toBe('/latest/');
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
