import { execFile } from 'node:child_process';
import { dayFolder } from '../../src/digest/permalink.ts';

/**
 * Items that the repository has and a sparse checkout leaves out. On disk they look like items that somebody took
 * out by hand; Git's index tells the two apart: what was taken out is not in it.
 */
export interface LeftOut {
  /** The day of each, by name. */
  days: Map<string, string>;
  /** The text of one. @throws in plain words when a partial clone cannot fetch it, for want of a network or of a right */
  read: (name: string, day: string) => Promise<string>;
}

/** What the checkout that `content` lies in leaves out: nothing when all is checked out, or when it is in none. */
export async function leftOutOf(content: string): Promise<LeftOut> {
  const git = (...args: string[]) => run(content, args);
  const isSparse = (await git('config', '--bool', 'core.sparseCheckout').catch(() => '')).trim() === 'true';
  const listed = isSparse ? await git('ls-files', '-t', '-z', '--', 'items') : '';
  const days = new Map<string, string>();
  for (const entry of listed.split('\0')) {
    const match = /^S items\/(\d{4})\/(\d{2})\/(\d{2})\/([^/]+)\.md$/.exec(entry);
    if (match) days.set(match[4] ?? '', `${match[1]}-${match[2]}-${match[3]}`);
  }
  const read = (name: string, day: string) =>
    git('show', `:./items/${dayFolder(day)}/${name}.md`).catch(() => {
      throw new Error('its file is not checked out here, and Git could not fetch it');
    });
  return { days, read };
}

function run(cwd: string, args: string[]): Promise<string> {
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0' };
  return new Promise((done, fail) =>
    execFile('git', args, { cwd, env, maxBuffer: 1 << 30 }, (error, out) =>
      error ? fail(error) : done(out),
    ),
  );
}
