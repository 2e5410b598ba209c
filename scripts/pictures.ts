import { samplePaper } from './demo/sample-paper.ts';
import { serveFolders } from './demo/serve-folder.ts';
import { sampleArticle } from './pictures/pages.ts';
import { takePictures } from './pictures/take-pictures.ts';
import { defineCommand, runCommand } from './terminal/command.ts';

const picturesCommand = defineCommand({
  usage: ['npm run pictures'],
  about: `Takes a picture of each kind of page of the sample newspaper in dist/ (after npm run demo), into docs/pictures/, and writes docs/pages.md around them. The machine needs fonts for Chinese, such as fonts-noto-cjk.`,
  options: {},
  exitCodes: { 0: 'done', 1: 'dist/ does not hold the sample newspaper', 2: 'the options are wrong' },
});

process.exitCode = await runCommand(picturesCommand, async () => {
  const article = await sampleArticle(samplePaper.out);
  const server = article === null ? null : await serveFolders([samplePaper.out], 0);
  if (article === null || server === null) {
    console.error('dist/ does not hold the sample newspaper.\n    → npm run demo');
    return 1;
  }
  await takePictures(`http://127.0.0.1:${server.port}`, article, 'docs');
  await server.close();
  return 0;
});
