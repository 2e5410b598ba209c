import { readFile } from 'node:fs/promises';
import { loadConfig } from '../config/load-config.ts';
import { readIfExists } from '../store/read-if-exists.ts';
import { writeWhole } from '../store/write-whole.ts';
import { withPress } from './press-in-config.ts';
import { runAfterPress } from './run-after-press.ts';
import { scheduleLines, withSchedule } from './workflow-schedule.ts';

export interface PressSetting {
  config: string;
  workflow: string;
  /** `HH:MM`. */
  time: string;
  /** Null leaves the zone of the paper as it is. */
  timeZone: string | null;
}

/** What was written, or why nothing was, ready to print. Neither file is written when one cannot be. */
export async function setPress(setting: PressSetting): Promise<{ words: string; done: boolean }> {
  const { config, problems } = await loadConfig(setting.config);
  if (config === null) return { words: problems, done: false };
  const schedule = { time: setting.time, timeZone: setting.timeZone ?? config.site.timeZone };
  const run = runAfterPress(schedule);
  const [paper, workflow] = [await readFile(setting.config, 'utf8'), await readIfExists(setting.workflow)];
  const paperAfter = withPress(paper, schedule);
  if (paperAfter === null)
    return refused(
      setting.config,
      [`  timeZone: ${schedule.timeZone}`, `  pressTime: '${schedule.time}'`],
      'site:',
    );
  const workflowAfter = workflow === null ? null : withSchedule(workflow, [run]);
  if (workflow !== null && workflowAfter === null)
    return refused(setting.workflow, scheduleLines([run]), 'on: schedule:');
  await writeWhole(setting.config, paperAfter);
  if (workflowAfter !== null) await writeWhole(setting.workflow, workflowAfter);
  const ofRun =
    workflowAfter === null
      ? `There is no ${setting.workflow}: let whatever starts the run do so shortly after.`
      : `${setting.workflow} runs at ${clockOf(run.cron)}.`;
  const zone = schedule.timeZone;
  return {
    words: `The edition goes to press at ${schedule.time} in ${zone}. ${ofRun}\nCommit what has changed.`,
    done: true,
  };
}

function refused(file: string, lines: string[], below: string): { words: string; done: boolean } {
  const words = `${file} could not be changed: nothing was written.\n    → Write below ${below}\n${lines.map((line) => `      ${line}`).join('\n')}`;
  return { words, done: false };
}

/** `05:43` of `43 5 * * *`. */
function clockOf(cron: string): string {
  const [minute = '', hour = ''] = cron.split(' ');
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}
