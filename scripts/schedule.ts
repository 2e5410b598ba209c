import { readConfig } from '../src/config/read.ts';
import { setPress } from './schedule/set-press.ts';
import { defineCommand, runCommand } from './terminal/command.ts';
import { configFile, textOr, WrongUsage } from './terminal/option.ts';

const scheduleCommand = defineCommand({
  usage: ['npm run schedule -- HH:MM [ZONE] [options]'],
  about: `Sets when the edition goes to press and when the workflow runs: HH:MM by the clock of ZONE, such as 06:30 Europe/Berlin. Without ZONE the time zone of the paper stays. Writes site.pressTime and site.timeZone into the list of feeds, and cron and timezone into the workflow, which runs 13 minutes later.`,
  options: {
    config: configFile,
    workflow: textOr('.github/workflows/nightly.yml', 'FILE', 'the workflow with the schedule'),
  },
  operands: ([time, timeZone = null, ...others]) => {
    if (time === undefined || !/^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(time) || others.length > 0)
      throw new WrongUsage(
        'Name the time of day, and the time zone if it changes, such as 06:30 Europe/Berlin.',
      );
    if (timeZone !== null && !isTimeZone(timeZone))
      throw new WrongUsage(`${timeZone} is not a time zone. Write it as in Asia/Shanghai or Europe/Berlin.`);
    return { time: time.padStart('00:00'.length, '0'), timeZone };
  },
  exitCodes: {
    0: 'both files are written, or were right',
    1: 'a file could not be changed',
    2: 'the options are wrong',
  },
});

process.exitCode = await runCommand(scheduleCommand, async (options) => {
  const { words, done } = await setPress(options);
  (done ? console.log : console.error)(words);
  return done ? 0 : 1;
});

function isTimeZone(name: string): boolean {
  const text = `site: {title: A, timeZone: ${JSON.stringify(name)}}\nfeeds: [{id: a, url: "https://a.example/"}]`;
  return 'config' in readConfig(text, '');
}
