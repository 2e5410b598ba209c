import { runGit } from '../git/run-git.ts';
import { tellTrouble } from '../terminal/job-summary.ts';
import { plain } from '../terminal/plain.ts';

/** The result of committing what was pulled. */
export type CommitResult =
  | { kind: 'nothing-new' }
  | { kind: 'committed'; added: number; changed: number; pushed: boolean }
  | { kind: 'failed'; message: string; hint: string };

export interface CommitRequest {
  /** The folder of the repository. */
  repository: string;
  /** The content folder, relative to it; nothing else is ever added. */
  content: string;
  push: boolean;
}

/** Somebody may push during a pull; if that happens more often in one night, something else is wrong. */
const pushAttempts = 4;

/**
 * Commits what is new in the content folder, with only counts in the message, and pushes it if asked to. When somebody
 * else pushed in between, our commit goes on top of theirs, and where both changed a line, theirs stays.
 */
export async function commitItems({ repository, content, push }: CommitRequest): Promise<CommitResult> {
  const git: Git = (args, input) => run(repository, args, input);
  const added = await git(['add', '--all', '--sparse', '--', content]);
  if (added.code !== 0) return failed('the new items could not be added', added.said);
  const status = await git(['diff', '--cached', '--name-status', '-z', '--', content]);
  if (status.code !== 0) return failed('Git could not tell what is new', status.said);
  if (status.said === '') return { kind: 'nothing-new' };
  const counts = countItems(status.said);
  const committed = await git(['commit', '--quiet', '--file', '-', '--', content], messageOf(counts));
  if (committed.code !== 0) return failed('the new items could not be committed', committed.said);
  const refusal = push ? await pushOnTop(git) : null;
  return refusal ?? { kind: 'committed', ...counts, pushed: push };
}

/** Shows the result of a commit, on GitHub also beside the run. */
export async function showCommit(result: CommitResult): Promise<void> {
  if (result.kind === 'nothing-new') console.log('Nothing new to commit.');
  else if (result.kind === 'committed') {
    const pushed = result.pushed ? ', and pushed' : '';
    console.log(`Committed ${result.added} new items, ${result.changed} changed${pushed}.`);
  } else {
    console.error(`Not committed: ${plain(result.message)}\n    → ${result.hint}`);
    await tellTrouble('What was pulled could not be committed', `${result.message}\n    → ${result.hint}`);
  }
}

/** Pushes, on top of what others pushed in the meantime; null when it succeeded. */
async function pushOnTop(git: Git): Promise<CommitResult | null> {
  const theirs = async () => (await git(['rev-parse', '@{upstream}'])).said.trim();
  for (let attempt = 1; attempt <= pushAttempts; attempt += 1) {
    const pushed = await git(['push', '--quiet']);
    if (pushed.code === 0) return null;
    const before = await theirs();
    const fetched = await git(['fetch', '--quiet']);
    if (fetched.code !== 0) return failed('the remote repository cannot be reached', fetched.said);
    if ((await theirs()) === before)
      return failed('the remote repository refuses it', pushed.said, refusedHint);
    const rebased = await git([
      'rebase',
      '--quiet',
      '--autostash',
      '--strategy-option',
      'ours',
      '@{upstream}',
    ]);
    if (rebased.code !== 0 && !(await keepDeleted(git))) {
      await git(['rebase', '--abort']);
      return failed('it conflicts with what somebody else pushed at the same time', rebased.said);
    }
  }
  return failed(`somebody else pushed at the same time, ${pushAttempts} times`, '');
}

/** Continues a rebase that stopped at items which somebody else deleted and our pull changed: they stay deleted. */
async function keepDeleted(git: Git): Promise<boolean> {
  const unmerged = await git(['diff', '--name-only', '--diff-filter=U', '-z']);
  const paths = unmerged.said.split('\0').filter((path) => path !== '');
  if (paths.length === 0) return false;
  const removed = await git(['rm', '--quiet', '--sparse', '--', ...paths]);
  return removed.code === 0 && (await git(['-c', 'core.editor=true', 'rebase', '--continue'])).code === 0;
}

type Git = (args: string[], input?: string) => Promise<{ code: number; said: string }>;

interface Counts {
  added: number;
  changed: number;
}

/** Counts the items in `git diff --name-status -z`: a letter, NUL, a path, NUL. Feed states are not items. */
function countItems(status: string): Counts {
  const fields = status.split('\0');
  const letters = fields.filter((_, index) => index % 2 === 0 && fields[index + 1]?.endsWith('.md'));
  return {
    added: letters.filter((letter) => letter === 'A').length,
    changed: letters.filter((letter) => letter !== 'A').length,
  };
}

/** Only counts: no text of a feed gets into a commit message. */
function messageOf({ added, changed }: Counts): string {
  if (added + changed === 0) return 'Update the states of the feeds\n';
  return `Pull ${added} new items${changed > 0 ? `, ${changed} changed` : ''}\n`;
}

const lostNothing = 'what was pulled is not lost: the next run fetches it again';
const refusedHint = `check whether a rule protects the branch (on GitHub: Settings → Rules, Settings → Branches) or the run may only read (Settings → Actions → General → Workflow permissions); ${lostNothing}`;

function failed(message: string, said: string, hint = lostNothing): CommitResult {
  const lines = said.split('\n').map((line) => line.trim());
  const reason = lines.find((line) => /^(?:! \[|fatal|error)/.test(line)) ?? lines.find(Boolean);
  return { kind: 'failed', message: reason === undefined ? message : `${message} (git: ${reason})`, hint };
}

async function run(cwd: string, args: string[], input = ''): Promise<{ code: number; said: string }> {
  const { code, out, err } = await runGit(cwd, args, { input, env: identity });
  return { code, said: code === 0 ? out : `${err}${out}` };
}

/** The author of the commit, unless the environment names one: the bot that GitHub shows with its own picture. */
const bot = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' };
const identity = {
  GIT_AUTHOR_NAME: bot.name,
  GIT_AUTHOR_EMAIL: bot.email,
  GIT_COMMITTER_NAME: bot.name,
  GIT_COMMITTER_EMAIL: bot.email,
};
