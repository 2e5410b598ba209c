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
 * Serves the sample feeds on loopback and pulls them into an empty content folder, at the moment for which the sample
 * is made, with a line for each feed on standard output. Null when the port is taken or the pull failed; standard error
 * then says why.
 */
export async function pullSample(config: Config): Promise<PullReport | null> {
  const { content, folder, now, port } = samplePaper;
  const server = await serveFolders([folder], port);
  if (server === null) {
    console.error(portTaken(port));
    return null;
  }
  console.log(`Serving the sample feeds on port ${server.port} and pulling them as from the internet:\n`);
  await rm(content, { recursive: true, force: true });
  const progress = showProgress(config.feeds, process.stdout);
  const report = await pullPaper({
    ...{ config, content, now, siteUrl: siteUrlOf(config, {}), force: false },
    ...progress,
  });
  progress.end();
  await server.close();
  return report === null || report.failed ? null : report;
}
