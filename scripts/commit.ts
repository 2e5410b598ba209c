import { commitItems, showCommit } from './nightly/commit-items.ts';
import { defineCommand, runCommand } from './terminal/command.ts';
import { flag, textOr } from './terminal/option.ts';

const commitCommand = defineCommand({
  usage: ['npm run commit -- [--push] [--content DIR]'],
  about: 'Commits what was pulled (the content folder and nothing else), with counts in the message.',
  options: {
    push: flag('pushes it too, on top of what others pushed meanwhile'),
    content: textOr('src/content', 'DIR', 'where the items are stored'),
  },
  exitCodes: { 0: 'done, or nothing new', 1: 'it could not be committed', 2: 'the options are wrong' },
});

process.exitCode = await runCommand(commitCommand, async (options) => {
  const result = await commitItems({ repository: process.cwd(), ...options });
  await showCommit(result);
  return result.kind === 'failed' ? 1 : 0;
});
