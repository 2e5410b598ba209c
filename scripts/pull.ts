import { siteUrlOf } from '../src/config/site-url.ts';
import { loadConfig } from './config/load-config.ts';
import { loadCustomRules } from './custom/load-rules.ts';
import { pullHelp, readPullOptions } from './pull/options.ts';
import { pullPictures } from './pull/pictures/pull-pictures.ts';
import { pictureLines } from './pull/pictures/report.ts';
import { showProgress } from './pull/progress.ts';
import { pullPaper } from './pull/pull-paper.ts';
import { annotations, issueLines, jobSummary, summaryLine } from './pull/report.ts';
import { addToSummary, tellTrouble } from './terminal/job-summary.ts';
import { plainJson } from './terminal/plain.ts';

const options = readPullOptions(process.argv.slice(2), process.env);
if ('help' in options) {
  console.log(pullHelp);
  process.exit(0);
}
if ('problem' in options) {
  console.error(`${options.problem}\n\n${pullHelp}`);
  process.exit(2);
}

const { config, problems } = await loadConfig(options.config);
if (config === null) {
  console.error(problems);
  await tellTrouble('The list of feeds needs mending', problems);
  process.exit(2);
}

const progress = showProgress(config.feeds, process.stderr);
const siteUrl = siteUrlOf(config, process.env);
const report = await pullPaper({
  ...options,
  config,
  siteUrl,
  custom: await loadCustomRules(),
  onFeed: progress.onFeed,
  onWait: (message) => console.error(message),
});
progress.end();

if (report === null) {
  console.error('Another pull is still at work and did not end. Try again when it has.');
  process.exit(1);
}
const pictures = report.failed ? null : await pullPictures({ ...options, config, siteUrl });
const lines = [...issueLines(report.issues), summaryLine(report), ...pictureLines(pictures)];
console.log(options.json ? plainJson({ ...report, pictures }) : lines.join('\n'));
await addToSummary([jobSummary(report), ...pictureLines(pictures), ''].join('\n'));
if (process.env['GITHUB_ACTIONS'] === 'true') for (const line of annotations(report)) console.error(line);
process.exitCode = report.failed ? 1 : 0;
