import { execFile } from 'node:child_process';

/** How Git ended: its exit code, its standard output and its standard error. */
export interface GitAnswer {
  code: number;
  out: string;
  err: string;
}

/** Runs Git in a folder; it never asks for a password. `input` is its standard input; `env` gives defaults to its environment. */
export function runGit(
  cwd: string,
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<GitAnswer> {
  return new Promise((done) => {
    const child = execFile(
      'git',
      args,
      { cwd, env: { ...env, ...process.env, GIT_TERMINAL_PROMPT: '0' }, maxBuffer: 1 << 30 },
      (error, out, err) => done({ code: error ? Number(error.code) || 1 : 0, out, err }),
    );
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

/** What Git printed; nothing when it failed. */
export async function gitPrints(cwd: string, ...args: string[]): Promise<string> {
  const { code, out } = await runGit(cwd, args);
  return code === 0 ? out : '';
}

/**
 * The files below a path of `cwd` that a sparse checkout leaves out, relative to `cwd`; null when Git cannot tell, for
 * example without a repository.
 */
export async function filesNotCheckedOut(cwd: string, path: string): Promise<string[] | null> {
  const { code, out } = await runGit(cwd, ['ls-files', '-t', '-z', '--', path]);
  if (code !== 0) return null;
  return out.split('\0').flatMap((line) => (line.startsWith('S ') ? [line.slice(2)] : []));
}
