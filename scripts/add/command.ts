import { defineCommand } from '../terminal/command.ts';
import { configFile, flag, WrongUsage } from '../terminal/option.ts';

export const addCommand = defineCommand({
  usage: ['npm run add -- ADDRESS [options]'],
  about: `Finds the feed of an address, shows its last headlines and adds it to the list of feeds.

  ADDRESS  a web page, a channel or an account, as it stands in the address bar, or a name: @name@host, r/name`,
  options: { config: configFile, dryRun: flag('say what would be added, and write nothing') },
  operands: ([address, ...others]) => {
    if (address === undefined) throw new WrongUsage('Name the address to follow.');
    if (others.length > 0)
      throw new WrongUsage(
        `Add one address at a time, not also “${others[0]}”. Put an address with & or ? in quotation marks.`,
      );
    return { address };
  },
  exitCodes: {
    0: 'the feed is in the list',
    1: 'no feed was found; what to do is said',
    2: 'the options or the list of feeds are wrong, and nothing was written',
  },
});
