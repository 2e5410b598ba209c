import type { Issue } from '../../src/issue.ts';
import { gitPrints } from '../git/run-git.ts';
import { readIfExists } from '../store/read-if-exists.ts';
import { nightlyWorkflow } from './press-issues.ts';

const dayMs = 86_400_000;

/** GitHub stops a schedule 60 days after the last commit. */
const stopsAfterDays = 60;
const warnsAfterDays = 45;

/**
 * The issue of a folder in which nothing was committed for so long that GitHub will soon stop its schedule, or has; null
 * when there was a commit lately, no repository, or no workflow.
 */
export async function quietIssue(folder: string, now: Date): Promise<Issue | null> {
  if ((await readIfExists(`${folder}/${nightlyWorkflow}`)) === null) return null;
  const last = Date.parse((await gitPrints(folder, 'log', '-1', '--format=%cI')).trim());
  const days = Math.floor((now.getTime() - last) / dayMs);
  if (!(days >= warnsAfterDays)) return null;
  return {
    feed: '',
    stage: 'store',
    code: 'quiet',
    message: `nothing was committed for ${days} days, and GitHub stops the schedule of a repository after ${stopsAfterDays}`,
    hint: 'on GitHub, open digest.yaml, press the pencil, change a word of a comment and press Commit changes. If no run comes any more: Actions → Nightly → Enable workflow',
  };
}
