import { buildSite } from './build/build-site.ts';
import { requireConfig } from './config/load-config.ts';
import { copySources } from './demo/copy-sources.ts';
import { nextSteps } from './demo/messages.ts';
import { pullSample } from './demo/pull-sample.ts';
import { samplePaper } from './demo/sample-paper.ts';
import { summaryLine } from './pull/report.ts';
import { defineCommand, runCommand } from './terminal/command.ts';

const demoCommand = defineCommand({
  usage: ['npm run demo'],
  about: `Pulls the sample feeds that come with the project and builds their newspaper into dist/, replacing what is there. Your own feeds and articles are not touched.`,
  options: {},
  exitCodes: {
    0: 'done',
    1: 'the pull or the build failed, or the port is taken',
    2: 'the options are wrong',
  },
});

process.exitCode = await runCommand(demoCommand, async () => {
  const config = await requireConfig(samplePaper.config);
  if (config === null) return 1;

  const report = await pullSample(config);
  if (report === null) return 1;

  console.log(`\n${summaryLine(report)}\n\nBuilding the site …`);
  const { failure } = await buildSite(samplePaper, config);
  if (failure !== null) {
    console.error(failure);
    return 1;
  }
  await copySources();
  console.log(nextSteps(report, samplePaper.port));
  return 0;
});
