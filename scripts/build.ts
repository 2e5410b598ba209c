import { noAddress, publishedUrl } from '../src/config/site-url.ts';
import { rangesOf } from './build/batches.ts';
import { buildSite } from './build/build-site.ts';
import { buildCommand } from './build/command.ts';
import { monthsToBuild, planSite } from './build/plan-site.ts';
import { showFailure, showSite } from './build/show-site.ts';
import { requireConfig } from './config/load-config.ts';
import { runCommand } from './terminal/command.ts';
import { tellTrouble } from './terminal/job-summary.ts';

process.exitCode = await runCommand(buildCommand, async (options) => {
  const config = await requireConfig(options.config);
  if (config === null) return 2;

  const siteUrl = publishedUrl(config, process.env);
  if (siteUrl === null) {
    const words = `${noAddress.message}\n    → ${noAddress.hint}`;
    console.error(words);
    await tellTrouble('The newspaper has no address', words);
    return 2;
  }

  if (options.plan) {
    const plan = await planSite(options, config, siteUrl);
    console.log(JSON.stringify(rangesOf(monthsToBuild(plan))));
    return 0;
  }

  const { plan, warnings, failure } = await buildSite(options, config, console.log);
  for (const warning of warnings) console.error(warning);
  if (failure !== null) {
    await showFailure(failure);
    return 1;
  }
  if (options.volumes === null) await showSite(options.out, plan, config);
  return 0;
});
