import { siteUrlOf } from '../src/config/site-url.ts';
import { sizeOfSite } from './build/assemble-site.ts';
import { rangesOf } from './build/batches.ts';
import { buildSite } from './build/build-site.ts';
import { builtFeeds, feedsLines, feedsTable } from './build/built-feeds.ts';
import { buildHelp, readBuildOptions } from './build/options.ts';
import { partsOf, planSite } from './build/plan-site.ts';
import { siteLine, sizeWarning } from './build/report.ts';
import { loadConfig } from './config/load-config.ts';
import { addTextToSummary, addToSummary, tellTrouble } from './terminal/job-summary.ts';

const options = readBuildOptions(process.argv.slice(2), process.env);
if ('help' in options) {
  console.log(buildHelp);
  process.exit(0);
}
if ('problem' in options) {
  console.error(`${options.problem}\n\n${buildHelp}`);
  process.exit(2);
}

const { config, problems } = await loadConfig(options.config);
if (config === null) {
  console.error(problems);
  await tellTrouble('The list of feeds needs mending', problems);
  process.exit(2);
}

if (options.plan) {
  const plan = await planSite(options, config, siteUrlOf(config, process.env));
  const months = partsOf(plan, options).filter(({ name }) => name !== 'front');
  console.log(JSON.stringify(rangesOf(months.reverse())));
  process.exit(0);
}

const { plan, warnings, failure } = await buildSite(options, config, (line) => console.log(line));
for (const warning of warnings) console.error(warning);
if (failure !== null) {
  console.error(
    `${failure}\nThe build failed; what it said stands above. The site that was there is as it was.`,
  );
  await tellTrouble('The site could not be built', failure.trimEnd().split('\n').slice(-20).join('\n'));
  process.exit(1);
}
if (options.volumes) process.exit(0);

const feeds = await builtFeeds(options.out);
console.log(`\nWhat its feeds carry, and when they last changed (UTC):\n${feedsLines(feeds).join('\n')}`);
await addToSummary(feedsTable(feeds));
const size = await sizeOfSite(options.out, plan.fingerprints.keys());
console.log(`\n${siteLine(options.out, size, plan)}`);
const full = sizeWarning(size, config);
if (full !== null) {
  console.error(full);
  await addTextToSummary('The site is nearly full', full);
}
