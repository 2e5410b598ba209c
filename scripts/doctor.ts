import { publishedUrl, siteUrlOf } from '../src/config/site-url.ts';
import { requireConfig } from './config/load-config.ts';
import { checkConfig } from './doctor/check-config.ts';
import { checkFeeds } from './doctor/check-feeds.ts';
import { checkMachine } from './doctor/check-machine.ts';
import { checkSchedule } from './doctor/check-schedule.ts';
import { checkStore } from './doctor/check-store.ts';
import { showFinding, verdictOf } from './doctor/finding.ts';
import { defineCommand, runCommand } from './terminal/command.ts';
import { configFile, contentFolder } from './terminal/option.ts';

const doctorCommand = defineCommand({
  usage: ['npm run doctor -- [options]'],
  about: `Says what would keep the next run from doing its work, and changes nothing. It checks digest.yaml, asks each feed, and looks at the stored items, the size of the repository and the version of Node.`,
  options: { config: configFile, content: contentFolder },
  exitCodes: {
    0: 'all is well, or there are small worries',
    1: 'something needs mending',
    2: 'digest.yaml or the options are wrong',
  },
});

process.exitCode = await runCommand(doctorCommand, async (options) => {
  const config = await requireConfig(options.config);
  if (config === null) return 2;

  const siteUrl = siteUrlOf(config, process.env);
  const findings = [
    ...checkConfig(options.config, config, publishedUrl(config, process.env)),
    ...(await checkSchedule(config, options.config)),
    ...(await checkMachine(process.cwd())),
    ...(await checkStore(options.content, config)),
  ];
  findings.forEach(showFinding);

  console.log('\nAsking the feeds …');
  findings.push(...(await checkFeeds(config, options.content, siteUrl, showFinding)));

  const { words, code } = verdictOf(findings);
  console.log(`\n${words}`);
  return code;
});
