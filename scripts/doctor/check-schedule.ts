import type { Config } from '../../src/config/schema.ts';
import { pressSchedule } from '../../src/digest/press.ts';
import { pressIssues } from '../schedule/press-issues.ts';
import type { Finding } from './finding.ts';

/** Whether the workflow of this folder runs soon after the press time of the paper. */
export async function checkSchedule(config: Config, configFile: string): Promise<Finding[]> {
  const { time, timeZone } = pressSchedule(config);
  const [issue] = await pressIssues({ config, configFile }, new Date());
  if (issue !== undefined) return [{ mark: 'worry', words: issue.message, hint: issue.hint }];
  return [{ mark: 'good', words: `the edition goes to press at ${time} in ${timeZone}`, hint: null }];
}
