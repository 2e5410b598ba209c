import { defineCommand } from '../terminal/command.ts';
import { configFile, contentFolder, flag, instant, WrongUsage } from '../terminal/option.ts';

export const importCommand = defineCommand({
  usage: ['npm run import -- PATH [options]'],
  about: `Imports an archive of articles, or a list of subscriptions, into the paper.

  PATH  a folder: each folder in it (or itself, when the files lie in it) is the archive of one feed, with one
        Markdown file an article; or an OPML file, whose feeds are added to digest.yaml`,
  options: {
    config: configFile,
    content: contentFolder,
    dryRun: flag('say what would happen, and write nothing'),
    now: instant,
  },
  operands: ([path, ...others]) => {
    if (path === undefined)
      throw new WrongUsage('Name what to import: a folder of articles or an OPML file.');
    if (others.length > 0) throw new WrongUsage(`Import one path at a time, not also “${others[0]}”.`);
    return { path };
  },
  notes: 'Stored articles stay as they are, so an interrupted import can be started again.',
  exitCodes: {
    0: 'done, with a list of what was left out',
    1: 'there was nothing to import, or something else is writing',
    2: 'the options or digest.yaml are wrong, and nothing was written',
  },
});
