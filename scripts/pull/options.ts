import { parseArgs } from 'node:util';

export interface PullOptions {
  config: string;
  content: string;
  now: Date;
  json: boolean;
  force: boolean;
}

export const pullHelp = `npm run pull -- [options]

Pulls every feed of digest.yaml and stores what is new.

  --config FILE   the list of feeds            (digest.yaml)
  --content DIR   where items are stored       (src/content)
  --now ISO       the moment to act as if at   (the clock)
  --force         ask even feeds whose publishers want copies kept a while
  --json          the report as JSON on standard output
  --help          this text

Exit codes: 0 done; 1 so many feeds failed that the run is no good, or another pull is at work;
2 digest.yaml or the options are wrong, and nothing was written.
`;

/** Reads the options of a pull; the environment stands for what is not given. A wrong one gives a sentence. */
export function readPullOptions(
  args: string[],
  env: Record<string, string | undefined>,
): PullOptions | { help: true } | { problem: string } {
  let values: Record<string, string | boolean | undefined>;
  try {
    values = parseArgs({
      args,
      options: {
        config: { type: 'string' },
        content: { type: 'string' },
        now: { type: 'string' },
        json: { type: 'boolean' },
        force: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  if (values['help']) return { help: true };
  const given = values['now'];
  const now = typeof given === 'string' ? new Date(given) : new Date();
  if (Number.isNaN(now.getTime())) {
    return { problem: `--now wants an instant such as 2026-11-22T06:30:00+08:00, not “${String(given)}”` };
  }
  return {
    config: String(values['config'] ?? env['BROADSHEET_CONFIG'] ?? 'digest.yaml'),
    content: String(values['content'] ?? env['BROADSHEET_CONTENT'] ?? 'src/content'),
    now,
    json: values['json'] === true,
    force: values['force'] === true,
  };
}
