import { samplePaper } from './demo/sample-paper.ts';
import { serveFolders } from './demo/serve-folder.ts';

const port = Number(process.env['PORT'] ?? samplePaper.port);
const server = await serveFolders([samplePaper.out], port);
if (server === null) {
  console.error(`Port ${port} is taken.\n    → PORT=${port + 1} npm run preview`);
  process.exit(1);
}
console.log(`Showing dist/ at http://127.0.0.1:${server.port}/  (Ctrl+C ends)`);
