import { feedCount, loadConfig } from './config/load-config.ts';
import { pressIssues } from './schedule/press-issues.ts';
import { defineCommand, runCommand } from './terminal/command.ts';
import { addTextToSummary } from './terminal/job-summary.ts';
import { WrongUsage } from './terminal/option.ts';

const checkCommand = defineCommand({
  usage: ['npm run check -- [FILE]'],
  about:
    'Checks a list of feeds (digest.yaml) and says what is wrong with it, on GitHub also in the summary of the run.',
  options: {},
  operands: ([file = 'digest.yaml', ...others]) => {
    if (others.length > 0) throw new WrongUsage(`Check one file at a time, not also “${others[0]}”.`);
    return { file };
  },
  exitCodes: { 0: 'the list is right', 2: 'the list or the options are wrong' },
});

process.exitCode = await runCommand(checkCommand, async ({ file }) => {
  const { config, problems } = await loadConfig(file);
  const verdict = problems ?? `${file} is right: ${feedCount(config)}.`;
  console.log(verdict);
  const heading = problems === null ? '✓ The list of feeds is right' : '✗ The list of feeds needs mending';
  await addTextToSummary(heading, verdict);
  if (config !== null)
    for (const { message, hint } of await pressIssues({ config, configFile: file }, new Date()))
      console.log(`\nThe schedule: ${message}.\n    → ${hint}`);
  return problems === null ? 0 : 2;
});
