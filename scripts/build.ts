import { buildSite } from './build/build-site.ts';
import { buildHelp, readBuildOptions } from './build/options.ts';
import { loadConfig } from './config/load-config.ts';

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
  process.exit(2);
}

const failure = await buildSite(options, (text) => process.stdout.write(text));
if (failure !== null) {
  console.error('The build failed; what it said last stands above. The site that was there is as it was.');
  process.exit(1);
}
