import { defineCommand } from '../terminal/command.ts';
import { configFile, contentFolder, flag, type Option, textOr, WrongUsage } from '../terminal/option.ts';

/** Months to build, first and last (`YYYY-MM`). */
interface MonthRange {
  from: string;
  to: string;
}

export interface BuildOptions {
  config: string;
  content: string;
  out: string;
  /** The only months to build, without the front; null for the whole site. */
  volumes?: MonthRange | null;
  /** Only tell which months a build would make. */
  plan?: boolean;
}

const volumes: Option<MonthRange | null> = {
  placeholder: 'A..B',
  about:
    'only the months from A to B, such as 2024-01..2024-12, without the front; a build of the whole site takes months that are in its DIR as they are',
  read: (given) => {
    const range = given.at(-1);
    return range === undefined ? null : readRange(range);
  },
};

/** `2024-01..2024-12`, or one month. @throws WrongUsage */
function readRange(text: string): MonthRange {
  const [, from, to = from] = /^(\d{4}-\d{2})(?:\.\.(\d{4}-\d{2}))?$/.exec(text) ?? [];
  if (from !== undefined && to !== undefined && from <= to) return { from, to };
  throw new WrongUsage(`--volumes needs one month or two, such as 2024-01..2024-12, not “${text}”.`);
}

export const buildCommand = defineCommand({
  usage: ['npm run build:site -- [options]     (npm run build pulls first)'],
  about: 'Builds the site and its feeds from the stored items: the front, and each month that has changed.',
  options: {
    config: configFile,
    content: contentFolder,
    out: textOr('dist', 'DIR', 'where the site goes', 'BROADSHEET_OUT'),
    volumes,
    plan: flag('build nothing; print the months to build as a JSON list of ranges for --volumes'),
  },
  exitCodes: {
    0: 'done',
    1: 'the build failed',
    2: 'digest.yaml or the options are wrong, or there is no address for the site',
  },
});
