import { runGit } from '../git/run-git.ts';

/** A Git command that must succeed failed; `said` is what Git said. */
export class GitFailure extends Error {
  readonly said: string;

  constructor(said: string) {
    super(said);
    this.said = said;
  }
}

interface GitOptions {
  input?: string;
  env?: NodeJS.ProcessEnv;
}

/** Runs Git in a repository and gives what it printed. @throws GitFailure */
export type Git = (args: readonly string[], options?: GitOptions) => Promise<string>;

export function gitIn(folder: string): Git {
  return async (args, options = {}) => {
    const { code, out, err } = await runGit(folder, args, options);
    if (code !== 0) throw new GitFailure(saidBy(err || out));
    return out;
  };
}

/** The first lines of what Git said, as one. */
export function saidBy(text: string): string {
  return text
    .trim()
    .split('\n')
    .slice(0, 6)
    .map((line) => line.trim())
    .join(' ');
}

/** What Git printed, without blanks around it; null when it failed or printed nothing. */
export async function lineOf(git: Git, ...args: string[]): Promise<string | null> {
  try {
    return (await git(args)).trim() || null;
  } catch (error) {
    if (error instanceof GitFailure) return null;
    throw error;
  }
}

/** The lines or NUL-ended entries of an output. */
export function entriesOf(out: string, end = '\0'): string[] {
  return out.split(end).filter((entry) => entry !== '');
}
