import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { formatProblem, readConfig } from '../../src/config/read.ts';
import { type Config, isPulled } from '../../src/config/schema.ts';
import { tellTrouble } from '../terminal/job-summary.ts';

export type LoadedConfig = { config: Config; problems: null } | { config: null; problems: string };

/** Reads a configuration file. Gives all that is wrong with it as one text, ready to print. */
export async function loadConfig(file: string): Promise<LoadedConfig> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return { config: null, problems: unreadable(file, (error as NodeJS.ErrnoException).code) };
  }
  if (!isUtf8(bytes)) return { config: null, problems: notUtf8(file) };
  const read = readConfig(bytes.toString('utf8'), file);
  if ('config' in read) return { config: read.config, problems: null };
  const count = read.problems.length;
  const head = count === 1 ? `One thing to mend in ${file}:` : `${count} things to mend in ${file}:`;
  return { config: null, problems: [head, ...read.problems.map(formatProblem)].join('\n') };
}

/** Reads the configuration that a command needs. When it is wrong, tells the owner and gives null. */
export async function requireConfig(file: string): Promise<Config | null> {
  const { config, problems } = await loadConfig(file);
  if (config !== null) return config;
  console.error(problems);
  await tellTrouble('The list of feeds needs mending', problems);
  return null;
}

function notUtf8(file: string): string {
  return `${file} is not written in UTF-8.\n    → Save it again with the encoding UTF-8, or edit it in the browser on GitHub, which does so.`;
}

function unreadable(file: string, code: string | undefined): string {
  const what =
    code === 'ENOENT'
      ? 'There is no file'
      : code === 'EISDIR'
        ? 'There is a folder, not a file, at'
        : 'Cannot read';
  return `${what} ${file}.\n    → Put your list of feeds there; the README says what goes into it.`;
}

/** How many feeds a paper has, and how many of them are pulled. */
export function feedCount({ feeds }: Config): string {
  return `${feeds.length} feeds, ${feeds.filter(isPulled).length} of them on`;
}
