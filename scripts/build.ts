import { siteUrlOf } from '../src/site-url.ts';
import { sizeOfSite } from './build/assemble-site.ts';
import { buildSite } from './build/build-site.ts';
import { buildHelp, readBuildOptions } from './build/options.ts';
import { planSite } from './build/plan-site.ts';
import { siteLine, sizeWarning } from './build/report.ts';
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

if (options.plan) {
  const { stale } = await planSite(options, config, siteUrlOf(config, process.env));
  console.log(JSON.stringify(stale));
  process.exit(0);
}

const { plan, warnings, failure } = await buildSite(options, config, (line) => console.log(line));
for (const warning of warnings) console.error(warning);
if (failure !== null) {
  console.error(failure);
  console.error('The build failed; what it said stands above. The site that was there is as it was.');
  process.exit(1);
}
const size = await sizeOfSite(options.out, plan.fingerprints.keys());
console.log(siteLine(options.out, size, plan));
const full = sizeWarning(size, config);
if (full !== null) console.error(full);
