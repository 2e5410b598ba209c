import type { Browser, BrowserContext, Frame } from 'playwright-core';
import { inspectFrames, provokeFrames, showFrames } from './hostile-frames.ts';
import type { Shown } from './shown.ts';

/** A page that shows hostile HTML and records what it does. It forbids only what the pages themselves forbid. */
export interface Trap {
  /**
   * Shows each in its own frame, triggers every handler, and returns what happened, a line each,
   * `<name of the frame>: <what>`: a script that ran, an attempt that a policy blocked, a dialog, a navigation, a new
   * window, a request for anything but a picture, forbidden markup.
   */
  show: (frames: ReadonlyMap<string, Shown>) => Promise<string[]>;
  close: () => Promise<void>;
}

/** Number of frames shown at the same time. */
const atOnce = 100;

/**
 * Opens a trap at `address`, which need not exist: an empty page is served there. Pages to be shown have the same
 * origin. No other request to a host under `example` is answered.
 */
export async function openTrap(browser: Browser, address: string): Promise<Trap> {
  const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
  const caught: string[] = [];
  const expected = new Set<string>([address, 'about:blank', 'about:srcdoc']);
  await watchScripts(context, caught);
  watchWindows(context, caught, expected);
  await watchRequests(context, caught, expected);
  const page = await context.newPage();
  return {
    show: async (frames) => {
      const all = [...frames];
      for (let start = 0; start < all.length; start += atOnce) {
        const some = all.slice(start, start + atOnce);
        for (const [, shown] of some) if ('address' in shown) expected.add(new URL(shown.address).href);
        await page.goto(address);
        await page.evaluate(showFrames, some);
        // Wait for what starts late: refreshes, animations.
        await page.waitForTimeout(150);
        caught.push(...(await page.evaluate(inspectFrames)));
        await page.evaluate(provokeFrames);
        await page.waitForTimeout(50);
      }
      return [...new Set(caught.splice(0))].sort();
    },
    close: () => context.close(),
  };
}

/** Defines `xss()`, which the hostile bodies call. */
async function watchScripts(context: BrowserContext, caught: string[]): Promise<void> {
  await context.exposeBinding('xss', ({ frame }) => {
    caught.push(`${nameOf(frame)}: script ran`);
  });
  await context.exposeBinding('reportBlocked', ({ frame }, what: string) => {
    caught.push(`${nameOf(frame)}: blocked ${what}`);
  });
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      const { reportBlocked } = globalThis as unknown as { reportBlocked: (what: string) => void };
      reportBlocked(`${effectiveDirective} ${blockedURI}`);
    });
  });
}

function watchWindows(context: BrowserContext, caught: string[], expected: ReadonlySet<string>): void {
  context.on('dialog', (dialog) => {
    caught.push(`some frame: dialog “${dialog.message()}”`);
    dialog.dismiss().catch(() => {});
  });
  context.on('page', (opened) => {
    if (context.pages().length > 1) caught.push(`some frame: opened a window at ${opened.url()}`);
    opened.on('download', (download) => caught.push(`some frame: download of ${download.url()}`));
    opened.on('framenavigated', (frame) => {
      const url = frame.url().replace(/#.*/, '');
      if (!expected.has(url)) caught.push(`${nameOf(frame)}: went to ${frame.url()}`);
    });
  });
}

async function watchRequests(
  context: BrowserContext,
  caught: string[],
  expected: ReadonlySet<string>,
): Promise<void> {
  const [home = ''] = expected;
  const { origin, hostname } = new URL(home);
  const served = !hostname.endsWith('.example');
  await context.route('**/*', async (route, request) => {
    const url = request.url();
    const isPicture = request.resourceType() === 'image';
    if (url === home) return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    if (new URL(url).origin === origin && served) return route.continue();
    if (!isPicture)
      caught.push(`${nameOf(request.frame())}: asked for ${request.resourceType()} ${url.slice(0, 200)}`);
    if (isPicture && new URL(url).origin !== origin)
      return route.fulfill({ contentType: 'image/svg+xml', body: picture });
    return route.fulfill({ status: 404 });
  });
}

/** The name of the trap's own frame that is `frame` or contains it. */
function nameOf(frame: Frame): string {
  const parent = frame.parentFrame();
  if (parent === null) return 'the trap itself';
  return parent.parentFrame() === null ? frame.name() : nameOf(parent);
}

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40"/></svg>';
