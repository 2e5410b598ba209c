import type { Config } from '../../src/config/schema.ts';
import { pressSchedule } from '../../src/digest/press.ts';
import { pressIssues } from '../schedule/press-issues.ts';
import { quietIssue } from '../schedule/quiet-repository.ts';
import type { Finding } from './finding.ts';

/** Whether the workflow of this folder runs soon after the press time of the paper, and goes on running. */
export async function checkSchedule(config: Config, configFile: string): Promise<Finding[]> {
  const { time, timeZone } = pressSchedule(config);
  const now = new Date();
  const quiet = await quietIssue('.', now);
  const issues = [...(await pressIssues({ config, configFile }, now)), ...(quiet === null ? [] : [quiet])];
  if (issues.length > 0) return issues.map(({ message, hint }) => ({ mark: 'worry', words: message, hint }));
  return [{ mark: 'good', words: `the edition goes to press at ${time} in ${timeZone}`, hint: null }];
}
