import { samplePaper } from './demo/sample-paper.ts';
import { pathOfSite, serveFolders } from './demo/serve-folder.ts';
import { takeNoOptions } from './terminal/no-options.ts';

const help = `npm run preview

Shows the site in dist/ on this machine until Ctrl+C, under the path that it was built for. PORT in the environment
is the port (${samplePaper.port}).

Exit codes: 1 there is no site in dist/, or the port is taken; 2 the options are wrong.
`;

takeNoOptions(help);

const under = await pathOfSite(samplePaper.out);
if (under === null) {
  console.error('There is no site in dist/ yet.\n    → npm run build, or npm run demo for the sample');
  process.exit(1);
}
const port = Number(process.env['PORT'] ?? samplePaper.port);
const server = await serveFolders([samplePaper.out], port, under);
if (server === null) {
  console.error(`Port ${port} is taken.\n    → PORT=${port + 1} npm run preview`);
  process.exit(1);
}
console.log(`Showing dist/ at http://127.0.0.1:${server.port}${under}  (Ctrl+C ends)`);
