import { writeSchema } from './config/settings-table.ts';
import { defineCommand, runCommand } from './terminal/command.ts';

const schemaCommand = defineCommand({
  usage: ['npm run schema'],
  about:
    'Writes what follows from the schema of digest.yaml: digest.schema.json and the table in docs/settings.md.',
  options: {},
  exitCodes: { 0: 'done', 2: 'the options are wrong' },
});

process.exitCode = await runCommand(schemaCommand, async () => {
  await writeSchema('digest.schema.json', 'docs/settings.md');
  return 0;
});
