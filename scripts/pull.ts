import { siteUrlOf } from '../src/config/site-url.ts';
import { requireConfig } from './config/load-config.ts';
import { loadCustomRules } from './custom/load-rules.ts';
import { pullCommand } from './pull/command.ts';
import { pullPictures } from './pull/pictures/pull-pictures.ts';
import { showProgress } from './pull/progress.ts';
import { pullPaper } from './pull/pull-paper.ts';
import { showReport } from './pull/show-report.ts';
import { runCommand } from './terminal/command.ts';

process.exitCode = await runCommand(pullCommand, async (options) => {
  const config = await requireConfig(options.config);
  if (config === null) return 2;

  const request = { ...options, config, siteUrl: siteUrlOf(config, process.env) };
  const progress = showProgress(config.feeds, process.stderr);
  const report = await pullPaper({ ...request, ...progress, custom: await loadCustomRules() });
  progress.end();
  if (report === null) {
    console.error('Another pull is still running. Try again when it has ended.');
    return 1;
  }

  const pictures = report.failed ? null : await pullPictures(request);
  await showReport(report, pictures, options.json);
  return report.failed ? 1 : 0;
});
