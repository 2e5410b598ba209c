import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** The browser that comes with the packages; it needs nothing of the system. */
export async function openBrowser(): Promise<Browser> {
  // These come with the package for another place; here they would end the browser with its first page, or
  // switch off the very rules that the tests look for.
  const unwanted = new Set(['--single-process', '--no-zygote', '--disable-web-security']);
  return playwright.launch({
    args: chromium.args.filter((argument) => !unwanted.has(argument)),
    executablePath: await chromium.executablePath(),
  });
}
