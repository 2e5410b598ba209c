import { siteUrlOf } from '../src/config/site-url.ts';
import { requireConfig } from './config/load-config.ts';
import { loadCustomRules } from './custom/load-rules.ts';
import { pullCommand } from './pull/command.ts';
import { pullPictures } from './pull/pictures/pull-pictures.ts';
import { showProgress } from './pull/progress.ts';
import { pullPaper } from './pull/pull-paper.ts';
import { askUntil } from './pull/run-budget.ts';
import { chooseFeeds, waitsForOwner } from './pull/shipped.ts';
import { showReport } from './pull/show-report.ts';
import { pressIssues } from './schedule/press-issues.ts';
import { quietIssue } from './schedule/quiet-repository.ts';
import { runCommand } from './terminal/command.ts';
import { addTextToSummary } from './terminal/job-summary.ts';

process.exitCode = await runCommand(pullCommand, async (options) => {
  const config = await requireConfig(options.config);
  if (config === null) return 2;

  if (await waitsForOwner(options.config, process.env)) {
    console.log(chooseFeeds.text);
    await addTextToSummary(chooseFeeds.heading, chooseFeeds.text);
    return 0;
  }

  const request = { ...options, config, siteUrl: siteUrlOf(config, process.env), until: askUntil(config) };
  const progress = showProgress(config.feeds, process.stderr);
  const report = await pullPaper({ ...request, ...progress, custom: await loadCustomRules() });
  progress.end();
  if (report === null) {
    console.error('Another pull is still running. Try again when it has ended.');
    return 1;
  }

  report.issues.push(
    ...(await pressIssues({ config, configFile: options.config }, options.now, report.press)),
  );
  const hasNew = report.feeds.some(({ added, updated }) => added + updated > 0);
  const quiet = hasNew ? null : await quietIssue('.', options.now);
  if (quiet !== null) report.issues.push(quiet);
  const pictures = report.failed ? null : await pullPictures(request);
  await showReport(report, pictures, options.json);
  return report.failed ? 1 : 0;
});
