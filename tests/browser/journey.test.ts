import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samplePaper } from '../../scripts/demo/sample-paper.ts';
import { type FolderServer, serveFolders } from '../../scripts/demo/serve-folder.ts';
import { axeFindings, openBrowser, overflow, type View, visit } from './browser.ts';

/** What a reader does in the sample paper, which `npm run demo` has built. */
let browser: Browser;
let server: FolderServer | null;
let home: string;
beforeAll(async () => {
  if (!existsSync(samplePaper.out)) throw new Error('dist/ is missing: run `npm run demo` first');
  browser = await openBrowser();
  server = await serveFolders([samplePaper.out], 0);
  home = `http://127.0.0.1:${server?.port}/`;
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const views: View[] = [375, 1280].flatMap((width) => [
  { width, scheme: 'light' as const, scripts: true },
  { width, scheme: 'dark' as const, scripts: false },
]);

describe.each(views)('from the front page to a source at $width px, $scheme, scripts $scripts', (view) => {
  test('shows no problem', async () => {
    const { page, problems } = await visit(browser, home, view);
    const settled = async (where: string) => {
      await page.waitForLoadState('load');
      expect(await overflow(page), where).toBe(0);
      if (view.scripts !== false) expect(await axeFindings(page), where).toEqual([]);
    };
    await settled('front page');

    await page.locator('.neighbours [rel=prev]').click();
    await settled('edition');
    expect(new URL(page.url()).pathname).toMatch(/^\/\d{4}\/\d{2}\/\d{2}\/$/);

    const headline = page.locator('.lead .headline a');
    const title = await headline.textContent();
    await headline.click();
    await settled('article');
    expect(await page.locator('h1').textContent()).toBe(title);
    expect(await page.locator('[data-article-body]').textContent()).not.toBe('');
    expect(await page.locator('a.original').first().getAttribute('href')).toMatch(/^https?:\/\//);

    await page.locator('.kicker .source').click();
    await settled('source');
    expect(new URL(page.url()).pathname).toMatch(/^\/sources\/[^/]+\/$/);
    expect(await page.locator('.rows a').count()).toBeGreaterThan(0);

    expect(problems).toEqual([]);
    await page.context().close();
  });
});

test('has every feed and picture that the pages of the demo name', async () => {
  const own = `http://127.0.0.1:${samplePaper.port}/`;
  const said = await Promise.all(
    ['opml.xml', 'status/', 'rss.xml'].map(async (path) => (await fetch(home + path)).text()),
  );
  const named = new Set(said.join().match(new RegExp(`${own}(?:feeds|pictures)/[\\w.-]+`, 'g')));
  // One feed of the sample fails on purpose, one is paused.
  const missing: string[] = [];
  for (const address of named)
    if (!(await fetch(address.replace(own, home))).ok) missing.push(address.slice(own.length));
  expect(named.size).toBeGreaterThan(20);
  expect(missing.sort()).toEqual(['feeds/old-quarter.xml', 'feeds/shannan.xml']);
});
