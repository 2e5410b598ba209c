import type { Browser } from 'playwright-core';
import type { Screenshot } from './pages.ts';

const windows = {
  phone: { viewport: { width: 390, height: 780 }, deviceScaleFactor: 1.5 },
  desk: { viewport: { width: 1280, height: 860 }, deviceScaleFactor: 1 },
};

/** Opens a page of the site at `address` and writes its picture as JPEG, of about 100 kB at most. */
export async function takePicture(
  browser: Browser,
  address: string,
  { path, on, scheme, press, wait }: Screenshot,
  file: string,
): Promise<void> {
  const page = await browser.newPage({ ...windows[on], colorScheme: scheme ?? 'light' });
  await page.goto(address + path, { waitUntil: 'networkidle' });
  if (press) await page.getByText(press, { exact: true }).click();
  if (wait) await page.locator(wait).first().waitFor();
  await page.screenshot({ path: file, type: 'jpeg', quality: 75 });
  await page.close();
}
