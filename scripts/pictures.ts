import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from './browser/open-browser.ts';
import { samplePaper } from './demo/sample-paper.ts';
import { serveFolders } from './demo/serve-folder.ts';
import { pagesDocument, picturesOf } from './pictures/pages.ts';
import { takePicture } from './pictures/take-picture.ts';

/**
 * Takes a picture of each kind of page of the sample newspaper in `dist/` (after `npm run demo`), into
 * `docs/pictures/`, and writes `docs/pages.md` around them. The machine needs fonts for Chinese, such as
 * fonts-noto-cjk.
 */
const folder = 'docs/pictures';
const day = join(samplePaper.out, '2026/11/21');
const article = (await readdir(day)).filter((name) => name.startsWith('yuanan')).sort()[0];
const pictures = picturesOf(`/2026/11/21/${article}/`);

const server = await serveFolders([samplePaper.out], 0);
if (server === null) throw new Error('no free port');
await mkdir(folder, { recursive: true });
const browser = await openBrowser();
for (const picture of pictures) {
  const file = join(folder, `${picture.name}.jpg`);
  await takePicture(browser, `http://127.0.0.1:${server.port}`, picture, file);
  console.log(file);
}
await writeFile('docs/pages.md', pagesDocument(pictures));
await browser.close();
await server.close();
