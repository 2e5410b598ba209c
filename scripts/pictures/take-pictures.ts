import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser/open-browser.ts';
import { pagesDocument, picturesOf, type Screenshot } from './pages.ts';

/** Takes all pictures of the site at `address` into `folder/pictures`, and writes `folder/pages.md` around them. */
export async function takePictures(address: string, article: string, folder: string): Promise<void> {
  const pictures = picturesOf(article);
  await mkdir(join(folder, 'pictures'), { recursive: true });
  const browser = await openBrowser();
  for (const picture of pictures) {
    const file = join(folder, 'pictures', `${picture.name}.jpg`);
    await takePicture(browser, address, picture, file);
    console.log(file);
  }
  await browser.close();
  await writeFile(join(folder, 'pages.md'), pagesDocument(pictures));
}

const windows = {
  phone: { viewport: { width: 390, height: 780 }, deviceScaleFactor: 1.5 },
  desk: { viewport: { width: 1280, height: 860 }, deviceScaleFactor: 1 },
};

/** Opens a page of the site at `address` and writes its picture as JPEG, of about 100 kB at most. */
async function takePicture(
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
