import { parseArgs } from 'node:util';
import type { Benchmark } from './benchmark.ts';

export interface BenchOptions {
  /** Names; empty means all. */
  only: string[];
  rounds: number;
  large: boolean;
  /** Print, and leave BENCHMARKS.md as it is. */
  print: boolean;
}

export function benchHelp(benchmarks: readonly Benchmark[]): string {
  const width = Math.max(...benchmarks.map(({ name }) => name.length));
  return `npm run bench -- [options]

Measures the paper on this machine, prints the figures and keeps them in BENCHMARKS.md.
None of them is a test: nothing fails for being slow.

${benchmarks.map(({ name, title }) => `  ${name.padEnd(width)}   ${title}`).join('\n')}

  --only NAME     measure one of these, the others keep their figures (again for another)
  --rounds N      how often each thing is measured; the median counts   (3)
  --large         also what takes very long: 100,000 articles
  --print         print the figures and leave BENCHMARKS.md as it is
  --help          this text

Everything together takes about half an hour and 5 GB of disk, in the folder for temporary files.
Hugo and Eleventy are measured beside it where the commands \`hugo\` and \`eleventy\` are there.
`;
}

/** Reads the options of a benchmark run; a wrong one gives a sentence. */
export function readBenchOptions(
  args: string[],
  names: readonly string[],
): BenchOptions | { help: true } | { problem: string } {
  const values = parse(args);
  if (values instanceof Error) return { problem: values.message };
  if (values.help) return { help: true };
  const unknown = values.only?.find((name) => !names.includes(name));
  if (unknown !== undefined) return { problem: `--only wants one of ${names.join(', ')}, not “${unknown}”` };
  const rounds = Number(values.rounds ?? 3);
  if (!Number.isInteger(rounds) || rounds < 1) {
    return { problem: `--rounds wants a whole number from 1 on, not “${values.rounds}”` };
  }
  return {
    only: values.only ?? [],
    rounds,
    large: values.large === true,
    print: values.print === true,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        only: { type: 'string', multiple: true },
        rounds: { type: 'string' },
        large: { type: 'boolean' },
        print: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
