import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { buildSite } from './build/build-site.ts';
import { loadConfig } from './config/load-config.ts';
import { nextSteps } from './demo/messages.ts';
import { pullSample } from './demo/pull-sample.ts';
import { samplePaper } from './demo/sample-paper.ts';
import { summaryLine } from './pull/report.ts';
import { takeNoOptions } from './terminal/no-options.ts';

const help = `npm run demo

Pulls the sample feeds that come with the project and builds their newspaper into dist/, in place of what is there.
Your own feeds and articles stay as they are.

Exit codes: 0 done; 1 it did not work out, or its port is taken; 2 the options are wrong.
`;

takeNoOptions(help);

const { config, problems } = await loadConfig(samplePaper.config);
if (config === null) throw new Error(problems);

const report = await pullSample(config);
if (report === null) process.exit(1);
console.log(`\n${summaryLine(report)}\n\nBuilding the site …`);

const { failure } = await buildSite(samplePaper, config);
if (failure !== null) {
  console.error(failure);
  process.exit(1);
}
// The sample's feeds and pictures stand at the address of its own site, so the site has to bring them along.
for (const name of samplePaper.served)
  await cp(join(samplePaper.folder, name), join(samplePaper.out, name), {
    recursive: true,
    filter: (file) => basename(file) !== 'source',
  });
console.log(nextSteps(report, samplePaper.port));
