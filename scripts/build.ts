import { buildSite } from './build/build-site.ts';
import { builtFeeds, feedsLines, feedsTable } from './build/built-feeds.ts';
import { buildHelp, readBuildOptions } from './build/options.ts';
import { loadConfig } from './config/load-config.ts';
import { addToSummary, tellTrouble } from './nightly/job-summary.ts';

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

const lastLines = (text: string) => text.trimEnd().split('\n').slice(-20).join('\n');
const failure = await buildSite(options, (text) => process.stdout.write(text));
if (failure !== null) {
  console.error('The build failed; what it said last stands above. The site that was there is as it was.');
  await tellTrouble('The site could not be built', lastLines(failure));
  process.exit(1);
}

const feeds = await builtFeeds(options.out);
console.log(`\nWhat its feeds carry, and when they last changed (UTC):\n${feedsLines(feeds).join('\n')}`);
await addToSummary(feedsTable(feeds));
