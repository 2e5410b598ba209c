import { loadConfig } from './config/load-config.ts';
import { addTextToSummary } from './terminal/job-summary.ts';
import { endWithHelp } from './terminal/no-options.ts';

const help = `npm run check -- [FILE]

Checks a list of feeds (digest.yaml) and says what is wrong with it, on GitHub also in the summary of the run.

Exit codes: 0 it is right; 2 it is wrong, or the options are.
`;

const [file = 'digest.yaml', ...more] = process.argv.slice(2);
if (file.startsWith('-')) endWithHelp(help, file);
if (more.length > 0) endWithHelp(help, file, 'One file is checked at a time.');

const { config, problems } = await loadConfig(file);
const on = config?.feeds.filter(({ enabled }) => enabled).length;
const verdict = problems ?? `${file} is right: ${config?.feeds.length} feeds, ${on} of them on.`;
console.log(verdict);
await addTextToSummary(
  problems === null ? '✓ The list of feeds is right' : '✗ The list of feeds needs mending',
  verdict,
);
process.exitCode = problems === null ? 0 : 2;
