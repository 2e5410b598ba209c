import { defineCommand, runCommand } from './terminal/command.ts';
import { text, WrongUsage } from './terminal/option.ts';
import { plain } from './terminal/plain.ts';
import { updateCopy } from './update/update-copy.ts';

const updateCommand = defineCommand({
  usage: ['npm run update -- [ADDRESS] [options]'],
  about: `Brings the program of your copy to a newer version, as one commit. digest.yaml, custom, the stored items and the hour of the workflow stay as they are, and what you changed elsewhere is kept.

  ADDRESS  the repository that yours was made from; later, the one of the last time`,
  options: {
    to: text('VERSION', 'a tag, branch or commit, instead of the newest release'),
    prefer: {
      placeholder: 'mine|theirs',
      about: 'whose lines count where you and the new version changed the same',
      read: (given: readonly string[]) => {
        const side = given.at(-1) ?? null;
        if (side === null || side === 'mine' || side === 'theirs') return side;
        throw new WrongUsage(`--prefer takes mine or theirs, not “${side}”.`);
      },
    },
  },
  operands: ([from = null, ...others]) => {
    if (others.length > 0) throw new WrongUsage(`Name one repository, not also “${others[0]}”.`);
    if (from?.startsWith('-')) throw new WrongUsage(`“${from}” is no address.`);
    return { from };
  },
  exitCodes: {
    0: 'the copy is at that version',
    1: 'nothing was changed, and why is said',
    2: 'the options are wrong',
  },
});

process.exitCode = await runCommand(updateCommand, async ({ from, to, prefer }) => {
  const { done, words } = await updateCopy({ folder: '.', from, to, preference: prefer });
  const lines = words.split('\n').map((line) => plain(line));
  (done ? console.log : console.error)(lines.join('\n'));
  return done ? 0 : 1;
});
