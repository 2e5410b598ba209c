import { secretsOf } from '../src/config/secrets.ts';
import { loadConfig } from './config/load-config.ts';
import { defineCommand, runCommand } from './terminal/command.ts';

/** How many secrets the nightly workflow hands over; it has a line for each. */
const mostSecrets = 10;

const secretNamesCommand = defineCommand({
  usage: ['npm run -s secret-names'],
  about: `Prints the names of the secrets that digest.yaml needs, as a JSON list of ${mostSecrets} texts: those that are left over are empty. The nightly workflow reads it. A wrong digest.yaml needs none: the pull says what is wrong with it.`,
  options: {},
  exitCodes: { 0: 'done', 2: 'the options are wrong' },
});

process.exitCode = await runCommand(secretNamesCommand, async () => {
  const { config } = await loadConfig('digest.yaml');
  const names = config === null ? [] : secretsOf(config);
  const listed = Array.from({ length: mostSecrets }, (_, place) => names[place] ?? '');
  console.log(JSON.stringify(listed));
  return 0;
});
