import { appendFile } from 'node:fs/promises';
import { loadConfig } from './config/load-config.ts';

/** Checks a `digest.yaml` (`npm run check -- [FILE]`) and says what is wrong with it, on GitHub also in the summary. */
const file = process.argv[2] ?? 'digest.yaml';
const { config, problems } = await loadConfig(file);
const verdict =
  config === null
    ? problems
    : `${file} is right: ${config.feeds.length} feeds, ${config.feeds.filter(({ enabled }) => enabled).length} of them on.`;
console.log(verdict);
const summary = process.env['GITHUB_STEP_SUMMARY'];
if (summary) await appendFile(summary, `### ${file}\n\n${verdict.replace(/^/gm, '    ')}\n`);
process.exitCode = config === null ? 2 : 0;
