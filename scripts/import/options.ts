import { parseArgs } from 'node:util';

export interface ImportOptions {
  /** A folder of archived articles, or an OPML file. */
  path: string;
  config: string;
  content: string;
  now: Date;
  dryRun: boolean;
}

export const importHelp = `npm run import -- PATH [options]

Takes an archive of articles, or a list of subscriptions, into the paper.

  PATH            a folder: each folder in it (or itself, when the files lie in it) is the archive of a feed,
                  one Markdown file an article; or an OPML file, whose feeds go into digest.yaml

  --config FILE   the list of feeds            (digest.yaml)
  --content DIR   where items are stored       (src/content)
  --dry-run       say what would happen, and write nothing
  --now ISO       the moment to act as if at   (the clock)
  --help          this text

What is stored already stays as it is, so an import that was interrupted can be started again.

Exit codes: 0 done, with a list of what was left out; 1 there was nothing to import, or something else is
writing; 2 the options or digest.yaml are wrong, and nothing was written.
`;

/** Reads the options of an import; the environment stands for what is not given. A wrong one gives a sentence. */
export function readImportOptions(
  args: string[],
  env: Record<string, string | undefined>,
): ImportOptions | { help: true } | { problem: string } {
  const parsed = parse(args);
  if (parsed instanceof Error) return { problem: parsed.message };
  const { values, positionals } = parsed;
  if (values.help) return { help: true };
  const [path, ...others] = positionals;
  if (path === undefined) return { problem: 'Say what to import: a folder of articles or an OPML file.' };
  if (others.length > 0) return { problem: `One path at a time, and not also “${others[0]}”.` };
  const now = values.now === undefined ? new Date() : new Date(values.now);
  if (Number.isNaN(now.getTime())) {
    return { problem: `--now wants an instant such as 2026-11-22T06:30:00+08:00, not “${values.now}”` };
  }
  return {
    path,
    config: values.config ?? env['BROADSHEET_CONFIG'] ?? 'digest.yaml',
    content: values.content ?? env['BROADSHEET_CONTENT'] ?? 'src/content',
    now,
    dryRun: values['dry-run'] === true,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        config: { type: 'string' },
        content: { type: 'string' },
        now: { type: 'string' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
