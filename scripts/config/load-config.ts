import { readFile } from 'node:fs/promises';
import type { Config } from '../../src/config.ts';
import { formatProblem, readConfig } from '../../src/config-file.ts';

export type LoadedConfig = { config: Config; problems: null } | { config: null; problems: string };

/** Reads a configuration file. What is wrong with it comes as text, all problems at once, ready to print. */
export async function loadConfig(file: string): Promise<LoadedConfig> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return { config: null, problems: unreadable(file, (error as NodeJS.ErrnoException).code) };
  }
  const read = readConfig(text, file);
  if ('config' in read) return { config: read.config, problems: null };
  const count = read.problems.length;
  const head = count === 1 ? `One thing to mend in ${file}:` : `${count} things to mend in ${file}:`;
  return { config: null, problems: [head, ...read.problems.map(formatProblem)].join('\n') };
}

function unreadable(file: string, code: string | undefined): string {
  const what =
    code === 'ENOENT'
      ? 'There is no file'
      : code === 'EISDIR'
        ? 'There is a folder, not a file, at'
        : 'Cannot read';
  return `${what} ${file}.\n    → Put your list of feeds there; the README shows a small one. Another place: --config FILE`;
}
