import { samplePaper } from './demo/sample-paper.ts';
import { pathOfSite, serveFolders } from './demo/serve-folder.ts';
import { defineCommand, runCommand } from './terminal/command.ts';

const previewCommand = defineCommand({
  usage: ['npm run preview'],
  about: `Shows the site in dist/ on this machine until Ctrl+C, under the path that it was built for.
PORT in the environment is the port (${samplePaper.port}).`,
  options: {},
  exitCodes: { 1: 'there is no site in dist/, or the port is taken', 2: 'the options are wrong' },
});

process.exitCode = await runCommand(previewCommand, async () => {
  const path = await pathOfSite(samplePaper.out);
  if (path === null) {
    console.error('There is no site in dist/ yet.\n    → npm run build, or npm run demo for the sample');
    return 1;
  }
  const port = Number(process.env['PORT'] ?? samplePaper.port);
  const server = await serveFolders([samplePaper.out], port, path);
  if (server === null) {
    console.error(`Port ${port} is taken.\n    → PORT=${port + 1} npm run preview`);
    return 1;
  }
  console.log(`Showing dist/ at http://127.0.0.1:${server.port}${path}  (Ctrl+C ends)`);
  return 0;
});
