import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { samplePaper } from '../demo/sample-paper.ts';

export interface DevOptions {
  /** Absolute. */
  config: string;
  /** Absolute. */
  content: string;
  /** Whether to show the sample paper, which is pulled first. */
  sample: boolean;
  /** 0 takes any free port. */
  port: number;
}

export const devHelp = `npm run dev -- [options]

Shows a paper with Astro's dev server until Ctrl+C: the sample, pulled anew, or one of your own, as it is stored.
A change of a page, a component, a style, anything else in src/, digest.yaml or a stored item shows at the next request.

  --config FILE   the list of feeds        (with --content: digest.yaml)
  --content DIR   where items are stored    (with --config: src/content)
  --help          this text

PORT in the environment is the port (4321; the next free one when it is taken).
Two things need a build (npm run demo, npm run build): the search index and the content security policy.

Exit codes: 1 the sample could not be pulled; 2 digest.yaml or the options are wrong.
`;

/** Reads the options of a dev server. A wrong one gives a sentence. */
export function readDevOptions(
  args: string[],
  env: Record<string, string | undefined>,
): DevOptions | { help: true } | { problem: string } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        config: { type: 'string' },
        content: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return { help: true };
    const port = Number(env['PORT'] ?? 4321);
    if (values.config === undefined && values.content === undefined)
      return { config: samplePaper.config, content: samplePaper.content, sample: true, port };
    return {
      config: resolve(values.config ?? 'digest.yaml'),
      content: resolve(values.content ?? 'src/content'),
      sample: false,
      port,
    };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
