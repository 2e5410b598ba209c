import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** Starts the browser that comes with the packages; it needs nothing from the system. */
export async function openBrowser(): Promise<Browser> {
  // Made for another environment: here they would end the browser with its first page, or switch off the rules that
  // the tests check.
  const unwanted = new Set(['--single-process', '--no-zygote', '--disable-web-security']);
  return playwright.launch({
    args: chromium.args.filter((argument) => !unwanted.has(argument)),
    executablePath: await chromium.executablePath(),
  });
}
