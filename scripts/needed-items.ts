import { requireConfig } from './config/load-config.ts';
import { defineCommand, runCommand } from './terminal/command.ts';
import { neededPatterns } from './volumes/needed-patterns.ts';

const neededItemsCommand = defineCommand({
  usage: ['npm run -s needed-items | git sparse-checkout set --no-cone --stdin'],
  about: `Prints which stored items a night reads, as patterns for a sparse checkout: all of a small paper; of a large one the last months, and those that were changed by hand. It works before any item is checked out.`,
  options: {},
  exitCodes: { 0: 'done', 2: 'digest.yaml or the options are wrong' },
});

process.exitCode = await runCommand(neededItemsCommand, async () => {
  const config = await requireConfig('digest.yaml');
  if (config === null) return 2;
  console.log((await neededPatterns('src/content', config)).join('\n'));
  return 0;
});
