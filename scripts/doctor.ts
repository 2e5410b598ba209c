import { siteUrlOf } from '../src/config/site-url.ts';
import { loadConfig } from './config/load-config.ts';
import { askFeeds } from './doctor/ask-feeds.ts';
import { type Finding, findingLine } from './doctor/finding.ts';
import { lookAtConfig } from './doctor/look-at-config.ts';
import { lookAtMachine } from './doctor/look-at-machine.ts';
import { lookAtStore } from './doctor/look-at-store.ts';
import { takeNoOptions } from './terminal/no-options.ts';

const help = `npm run doctor

Looks whether the next run can do its work, and changes nothing: digest.yaml, whether each feed answers, what is
stored, how large the repository is, which Node runs.

Exit codes: 0 all well or small worries; 1 something needs mending; 2 digest.yaml or the options are wrong.
`;

takeNoOptions(help);

const file = process.env['BROADSHEET_CONFIG'] ?? 'digest.yaml';
const content = process.env['BROADSHEET_CONTENT'] ?? 'src/content';
const { config, problems } = await loadConfig(file);
if (config === null) {
  console.error(problems);
  process.exit(2);
}

const findings: Finding[] = [
  { mark: 'good', words: `${file} is right: ${config.feeds.length} feeds`, hint: null },
  { mark: 'good', words: `the site will live at ${siteUrlOf(config, process.env)}`, hint: null },
  ...lookAtConfig(config),
  ...(await lookAtMachine(process.cwd())),
  ...(await lookAtStore(content, config)),
];
for (const finding of findings) console.log(findingLine(finding));
console.log('\nAsking the feeds …');
const answers = await askFeeds(config, siteUrlOf(config, process.env), (finding) =>
  console.log(findingLine(finding)),
);

const bad = [...findings, ...answers].filter(({ mark }) => mark === 'bad').length;
console.log(
  bad === 0
    ? '\nAll is well.'
    : `\n${bad === 1 ? 'One thing needs' : `${bad} things need`} mending; each line with ✗ says what to do.`,
);
process.exitCode = bad === 0 ? 0 : 1;
