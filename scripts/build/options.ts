import { parseArgs } from 'node:util';

export interface BuildOptions {
  config: string;
  content: string;
  out: string;
}

export const buildHelp = `npm run build:site -- [options]     (npm run build pulls first)

Builds the site and its feeds out of what is stored.

  --config FILE   the list of feeds         (digest.yaml)
  --content DIR   where items are stored     (src/content)
  --out DIR       where the site goes        (dist)
  --help          this text

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
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return { help: true };
    return {
      config: values.config ?? env['BROADSHEET_CONFIG'] ?? 'digest.yaml',
      content: values.content ?? env['BROADSHEET_CONTENT'] ?? 'src/content',
      out: values.out ?? env['BROADSHEET_OUT'] ?? 'dist',
    };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
