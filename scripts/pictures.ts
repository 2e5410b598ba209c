import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from './demo/open-browser.ts';
import { samplePaper } from './demo/sample-paper.ts';
import { serveFolders } from './demo/serve-folder.ts';

/**
 * Takes the README's pictures of the sample newspaper in `dist/` (after `npm run demo`), into `docs/pictures/`.
 * The machine needs fonts for Chinese, such as fonts-noto-cjk.
 */
const folder = 'docs/pictures';
const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 960 };

const day = join(samplePaper.out, '2026/11/21');
const article = (await readdir(day)).filter((name) => name.startsWith('yuanan')).sort()[0];
const pictures = [
  { name: 'home', path: '/', viewport: desk, colorScheme: 'light' },
  { name: 'home-phone', path: '/', viewport: phone, colorScheme: 'light' },
  { name: 'home-phone-dark', path: '/', viewport: phone, colorScheme: 'dark' },
  { name: 'article-phone', path: `/2026/11/21/${article}/`, viewport: phone, colorScheme: 'light' },
] as const;

const server = await serveFolders([samplePaper.out], 0);
if (server === null) throw new Error('no free port');
await mkdir(folder, { recursive: true });
const browser = await openBrowser();
for (const { name, path, viewport, colorScheme } of pictures) {
  const page = await browser.newPage({
    viewport,
    colorScheme,
    deviceScaleFactor: viewport === phone ? 2 : 1,
  });
  await page.goto(`http://127.0.0.1:${server.port}${path}`, { waitUntil: 'networkidle' });
  await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 82 });
  console.log(`${folder}/${name}.jpg`);
}
await browser.close();
await server.close();
