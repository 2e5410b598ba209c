import { defineCommand } from '../terminal/command.ts';
import { configFile, contentFolder, flag, instant } from '../terminal/option.ts';

export const pullCommand = defineCommand({
  usage: ['npm run pull -- [options]'],
  about: 'Pulls every feed of digest.yaml and stores what is new.',
  options: {
    config: configFile,
    content: contentFolder,
    now: instant,
    force: flag('ask even the feeds whose publishers want us to wait, or have closed them'),
    json: flag('the report as JSON on standard output'),
  },
  exitCodes: {
    0: 'done',
    1: 'too many feeds failed, or another pull is running',
    2: 'digest.yaml or the options are wrong, and nothing was written',
  },
});
