import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';

export { openBrowser } from '../../scripts/browser/open-browser.ts';

/** A window onto the paper: its size, colour scheme and abilities. */
export interface View {
  width: number;
  /** 800 unless given. */
  height?: number;
  scheme: 'light' | 'dark';
  /** Scripts off when false. */
  scripts?: boolean;
  /** What the reader's clock shows, ISO 8601; its own time unless given. */
  now?: string;
  /** Allows the service worker that keeps pages for reading without a network. */
  offline?: boolean;
}

/** The widths that the pages are made for: a phone, a tablet, a desk. */
export const widths = [375, 768, 1280];

/** An open page and its problems so far, a line each. `shifts` returns its layout shifts. */
export interface Visit {
  page: Page;
  problems: string[];
}

/**
 * Opens an address. Problems are errors and warnings in the console, missing pages and files, and requests to other
 * hosts. Requests for pictures are none: a picture may load from any host.
 */
export async function visit(browser: Browser, address: string, view: View): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height ?? 800 },
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
  await context.addInitScript(watchShifts);
  await context.route(
    (url) => url.origin !== origin,
    async (route) => {
      if (route.request().resourceType() !== 'image')
        problems.push(`left the site: ${route.request().url()}`);
      // Pictures arrive after the text, as on a slow line.
      await page.waitForLoadState('domcontentloaded');
      return route.fulfill({ status: 200, contentType: 'image/svg+xml', body: strangersPicture });
    },
  );
  if (view.now !== undefined) await page.clock.setFixedTime(new Date(view.now));
  await page.goto(address, { waitUntil: 'load' });
  return { page, problems };
}

/** Records layout shifts without recent input for `shifts`. */
function watchShifts(): void {
  const seen: string[] = [];
  // A score below a thousandth is less than a line of text moved by a pixel: nobody sees it.
  const noticed = 0.001;
  Object.assign(globalThis, { layoutShifts: seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as LayoutShift[]) {
      const nodes = entry.sources.map(({ node }) => node?.parentElement?.outerHTML.slice(0, 120));
      if (!entry.hadRecentInput && entry.value >= noticed) seen.push(`${entry.value}: ${nodes.join(' ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

interface LayoutShift {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null }[];
}

/** Scrolls through a page and returns its layout shifts since it began to load, a line each. */
export function shifts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let y = 0; y < document.body.scrollHeight; y += 500) {
      scrollTo(0, y);
      await frame();
      await frame();
    }
    return (globalThis as unknown as { layoutShifts: string[] }).layoutShifts;
  });
}

/**
 * The violations that axe finds on a page, of any impact, a line each. Timers do not run on a page without scripts,
 * so there `setTimeout` calls its function at once.
 */
export async function axeFindings(page: Page, scripts = true): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate((scripts) => {
    if (!scripts) Object.assign(globalThis, { setTimeout: (deed: () => void) => deed() });
    const options: axe.RunOptions = {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
      preload: scripts,
    };
    const judge = (globalThis as unknown as { axe: typeof axe }).axe;
    return new Promise<axe.Result[]>((done, fail) => {
      judge.run(document, options, (error, results) => (error ? fail(error) : done(results.violations)));
    });
  }, scripts);
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} (${impact}): ${html.slice(0, 160)} — ${failureSummary}`),
  );
}

/** Links and buttons of our own that are narrower or lower than 24 px, a line each. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a[href]:not([aria-hidden]), button, summary, select')]
      .filter((target) => target.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true }))
      .filter((target) => target.closest('[data-article-body]') === null && !target.matches('.skip'))
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect();
        return Math.min(width, height) < 24;
      })
      .map((target) => target.outerHTML.slice(0, 160)),
  );
}

/** By how many pixels a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** A picture whose aspect ratio differs from the one that pages reserve room for. */
const strangersPicture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="700"><rect width="600" height="700" fill="#889"/></svg>';
