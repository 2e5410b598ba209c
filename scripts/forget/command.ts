import { defineCommand } from '../terminal/command.ts';
import { configFile, contentFolder, flag, WrongUsage } from '../terminal/option.ts';

export const forgetCommand = defineCommand({
  usage: ['npm run forget -- FEED… [options]'],
  about: `Removes what is stored of a feed for good: its articles, and with the next build their pages and their entries in every feed. No pull and no import brings these articles back, not even when the feed is added again.

  FEED  the id of a feed, in digest.yaml or no longer in it`,
  options: {
    config: configFile,
    content: contentFolder,
    dryRun: flag('say what would be removed, and remove nothing'),
  },
  operands: (feeds) => {
    if (feeds.length === 0) throw new WrongUsage('Name the feeds to forget, by their ids.');
    return { feeds: [...new Set(feeds)] };
  },
  notes: 'Git keeps the articles in its history; docs/sources.md says how to remove them from there too.',
  exitCodes: {
    0: 'done',
    1: 'nothing is stored of such a feed, or something else is writing',
    2: 'the options or digest.yaml are wrong, and nothing was removed',
  },
});
