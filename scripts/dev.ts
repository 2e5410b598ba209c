import { dev } from 'astro';
import { siteUrlOf } from '../src/config/site-url.ts';
import { basePath } from '../src/digest/permalink.ts';
import { project } from './build/project.ts';
import { loadConfig } from './config/load-config.ts';
import { pullSample } from './demo/pull-sample.ts';
import { followContent } from './dev/follow-content.ts';
import { devHelp, readDevOptions } from './dev/options.ts';
import { serveBeside } from './dev/serve-beside.ts';

const options = readDevOptions(process.argv.slice(2), process.env);
if ('help' in options) {
  console.log(devHelp);
  process.exit(0);
}
if ('problem' in options) {
  console.error(`${options.problem}\n\n${devHelp}`);
  process.exit(2);
}

const { config, problems } = await loadConfig(options.config);
if (config === null) {
  console.error(problems);
  process.exit(2);
}
if (options.sample && (await pullSample(config)) === null) process.exit(1);

Object.assign(process.env, {
  BROADSHEET_CONFIG: options.config,
  BROADSHEET_CONTENT: options.content,
  ASTRO_TELEMETRY_DISABLED: '1',
  ASTRO_DISABLE_UPDATE_CHECK: 'true',
});
const { address } = await dev({
  root: project,
  server: { host: '127.0.0.1', port: options.port },
  integrations: [
    followContent(options.config, options.content),
    serveBeside(options.content, options.sample),
  ],
  logLevel: 'warn',
});
const path = basePath(siteUrlOf(config, process.env));
console.log(`\nShowing the paper at http://127.0.0.1:${address.port}${path}  (Ctrl+C ends)`);
