import { runSteps } from './nightly/run-steps.ts';
import { defineCommand, runCommand } from './terminal/command.ts';
import { flag } from './terminal/option.ts';

const nightlyCommand = defineCommand({
  usage: ['npm run nightly -- [--push]'],
  about: `What a night does, on any machine: pull the feeds, commit what is new, build the site into dist/.
Publishing dist/ is left to you; docs/deploy.md has recipes.`,
  options: { push: flag('push the commit too') },
  exitCodes: {
    0: 'done',
    1: 'a step failed, and those after it did not run',
    2: 'digest.yaml or the options are wrong',
  },
});

process.exitCode = await runCommand(nightlyCommand, ({ push }) =>
  runSteps([['pull.ts'], ['commit.ts', ...(push ? ['--push'] : [])], ['build.ts']]),
);
