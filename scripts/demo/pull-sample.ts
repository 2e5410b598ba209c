import { rm } from 'node:fs/promises';
import type { Config } from '../../src/config/schema.ts';
import { siteUrlOf } from '../../src/config/site-url.ts';
import { showProgress } from '../pull/progress.ts';
import { pullPaper } from '../pull/pull-paper.ts';
import type { PullReport } from '../pull/report.ts';
import { samplePaper } from './sample-paper.ts';

/** Pulls the sample anew, at the moment for which it is made. Gives null when another pull is running. */
export async function pullSample(config: Config): Promise<PullReport | null> {
  const { content, now } = samplePaper;
  await rm(content, { recursive: true, force: true });
  const progress = showProgress(config.feeds, process.stdout);
  const report = await pullPaper({
    ...{ config, content, now, siteUrl: siteUrlOf(config, {}), force: false },
    ...progress,
  });
  progress.end();
  return report;
}
