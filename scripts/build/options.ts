import { parseArgs } from 'node:util';

export interface BuildOptions {
  config: string;
  content: string;
  out: string;
  /** The only months to build, first and last (`YYYY-MM`), without the front; null for the whole site. */
  volumes?: { from: string; to: string } | null;
  /** Only tell which months a build would make. */
  plan?: boolean;
}

export const buildHelp = `npm run build:site -- [options]     (npm run build pulls first)

Builds the site and its feeds out of what is stored: the front, and each month that has changed.

  --config FILE     the list of feeds         (digest.yaml)
  --content DIR     where items are stored     (src/content)
  --out DIR         where the site goes        (dist)
  --volumes A..B    only the months from A to B, such as 2024-01..2024-12, without the front;
                    a build of the whole takes months that are in its DIR as they are
  --plan            build nothing; print the months that would be built as such ranges, a JSON list for
                    machines to share out
  --help            this text

Exit codes: 0 done; 1 the build failed; 2 digest.yaml or the options are wrong.
`;

export function readBuildOptions(
  args: string[],
  env: Record<string, string | undefined>,
): BuildOptions | { help: true } | { problem: string } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        config: { type: 'string' },
        content: { type: 'string' },
        out: { type: 'string' },
        volumes: { type: 'string' },
        plan: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return { help: true };
    const volumes = values.volumes === undefined ? null : readRange(values.volumes);
    if (volumes === undefined)
      return { problem: `--volumes ${values.volumes}: write a month or two, such as 2024-01..2024-12` };
    return {
      config: values.config ?? env['BROADSHEET_CONFIG'] ?? 'digest.yaml',
      content: values.content ?? env['BROADSHEET_CONTENT'] ?? 'src/content',
      out: values.out ?? env['BROADSHEET_OUT'] ?? 'dist',
      volumes,
      plan: values.plan,
    };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** `2024-01..2024-12`, or one month; undefined for anything else. */
function readRange(text: string): { from: string; to: string } | undefined {
  const [, from, to = from] = /^(\d{4}-\d{2})(?:\.\.(\d{4}-\d{2}))?$/.exec(text) ?? [];
  return from === undefined || to === undefined || from > to ? undefined : { from, to };
}
