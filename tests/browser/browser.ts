import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';

export { openBrowser } from '../../scripts/demo/open-browser.ts';

/** One way of looking at the paper. */
export interface View {
  width: number;
  scheme: 'light' | 'dark';
  /** Scripts off when false. */
  scripts?: boolean;
  /** Lets the page keep itself for reading without a network. */
  offline?: boolean;
}

/** The widths that the pages are made for: a phone, a tablet, a desk. */
export const widths = [375, 768, 1280];

/** An open page and what went wrong on it so far, a line each. */
export interface Visit {
  page: Page;
  problems: string[];
}

/**
 * Opens an address. Problems are what a reader's console would show, pages and files that are not there, and
 * requests to other hosts, except for pictures: those load from wherever the article has them.
 */
export async function visit(browser: Browser, address: string, view: View): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: 800 },
    colorScheme: view.scheme,
    javaScriptEnabled: view.scripts ?? true,
    serviceWorkers: view.offline ? 'allow' : 'block',
  });
  const page = await context.newPage();
  const problems: string[] = [];
  const { origin } = new URL(address);
  page.on('console', (message) => {
    const ours = message.text() === 'Service Worker registration blocked by Playwright';
    if (['error', 'warning'].includes(message.type()) && !ours) problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  await context.route(
    (url) => url.origin !== origin,
    (route) => {
      if (route.request().resourceType() !== 'image')
        problems.push(`left the site: ${route.request().url()}`);
      return route.fulfill({ status: 200, contentType: 'image/svg+xml', body: strangersPicture });
    },
  );
  await page.goto(address, { waitUntil: 'load' });
  return { page, problems };
}

/** What axe finds on a page, any impact, a line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} (${impact}): ${html.slice(0, 160)} — ${failureSummary}`),
  );
}

/** How many pixels a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

const strangersPicture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400" fill="#889"/></svg>';
