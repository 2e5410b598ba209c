import { rm } from 'node:fs/promises';
import type { Config } from '../../src/config/schema.ts';
import { siteUrlOf } from '../../src/config/site-url.ts';
import { showProgress } from '../pull/progress.ts';
import { pullPaper } from '../pull/pull-paper.ts';
import type { PullReport } from '../pull/report.ts';
import { portTaken } from './messages.ts';
import { samplePaper } from './sample-paper.ts';
import { serveFolders } from './serve-folder.ts';

/**
 * Serves the sample feeds on loopback and pulls them into an empty content folder, with a line a feed on standard
 * output. Null when the port is taken or the pull failed; standard error then says why.
 */
export async function pullSample(config: Config): Promise<PullReport | null> {
  const server = await serveFolders([samplePaper.folder], samplePaper.port);
  if (server === null) {
    console.error(portTaken(samplePaper.port));
    return null;
  }
  console.log(
    `Serving the sample feeds on port ${server.port} and pulling them as if they were on the net:\n`,
  );
  await rm(samplePaper.content, { recursive: true, force: true });
  const progress = showProgress(config.feeds, process.stdout);
  const report = await pullPaper({
    config,
    content: samplePaper.content,
    siteUrl: siteUrlOf(config, {}),
    now: samplePaper.now,
    force: false,
    onFeed: progress.onFeed,
    onWait: (message) => console.error(message),
  });
  progress.end();
  await server.close();
  return report === null || report.failed ? null : report;
}
