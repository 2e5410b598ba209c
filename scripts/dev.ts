import { dev } from 'astro';
import { siteUrlOf } from '../src/config/site-url.ts';
import { basePath } from '../src/digest/permalink.ts';
import { project } from './build/project.ts';
import { requireConfig } from './config/load-config.ts';
import { pullSample } from './demo/pull-sample.ts';
import { chosenPaper } from './dev/chosen-paper.ts';
import { followContent } from './dev/follow-content.ts';
import { serveBeside } from './dev/serve-beside.ts';
import { defineCommand, runCommand } from './terminal/command.ts';
import { text } from './terminal/option.ts';

const devCommand = defineCommand({
  usage: ['npm run dev -- [options]'],
  about: `Shows a paper with Astro's dev server until Ctrl+C: the sample, pulled anew, or one of your own, as it is stored. A change of a page, a component, a style, anything else in src/, digest.yaml or a stored item shows at the next request.
PORT in the environment is the port (4321; the next free one when it is taken).
Two things need a build (npm run demo, npm run build): the search index and the content security policy.`,
  options: {
    config: text('FILE', 'the list of feeds of your own paper (with --content: digest.yaml)'),
    content: text('DIR', 'where its items are stored (with --config: src/content)'),
  },
  exitCodes: { 1: 'the sample could not be pulled', 2: 'digest.yaml or the options are wrong' },
});

process.exitCode = await runCommand(devCommand, async (options) => {
  const paper = chosenPaper(options);
  const config = await requireConfig(paper.config);
  if (config === null) return 2;
  if (paper.isSample && (await pullSample(config)) === null) return 1;

  Object.assign(process.env, {
    BROADSHEET_CONFIG: paper.config,
    BROADSHEET_CONTENT: paper.content,
    ASTRO_TELEMETRY_DISABLED: '1',
    ASTRO_DISABLE_UPDATE_CHECK: 'true',
  });
  const { address } = await dev({
    root: project,
    server: { host: '127.0.0.1', port: Number(process.env['PORT'] ?? 4321) },
    integrations: [followContent(paper.config, paper.content), serveBeside(paper.content, paper.isSample)],
    logLevel: 'warn',
  });
  const path = basePath(siteUrlOf(config, process.env));
  console.log(`\nShowing the paper at http://127.0.0.1:${address.port}${path}  (Ctrl+C ends)`);
  return 0;
});
