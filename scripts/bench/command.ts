import { type Command, defineCommand } from '../terminal/command.ts';
import { flag, type Option, WrongUsage } from '../terminal/option.ts';
import type { Benchmark } from './benchmark.ts';

export interface BenchOptions {
  /** Names; empty means all. */
  only: string[];
  rounds: number;
  large: boolean;
  /** Print, and leave BENCHMARKS.md as it is. */
  print: boolean;
}

export function benchCommand(
  benchmarks: readonly Pick<Benchmark, 'name' | 'title'>[],
): Command<BenchOptions> {
  const width = Math.max(...benchmarks.map(({ name }) => name.length));
  return defineCommand({
    usage: ['npm run bench -- [options]'],
    about: `Measures the paper on this machine, prints the figures and keeps them in BENCHMARKS.md.
None of them is a test: nothing fails for being slow.

${benchmarks.map(({ name, title }) => `  ${name.padEnd(width)}   ${title}`).join('\n')}`,
    options: {
      only: only(benchmarks.map(({ name }) => name)),
      rounds,
      large: flag('also what takes very long: 100,000 articles'),
      print: flag('print the figures and leave BENCHMARKS.md as it is'),
    },
    notes: `Everything together takes about half an hour and 5 GB of disk, in the folder for temporary files.
Hugo and Eleventy are measured too where the commands \`hugo\` and \`eleventy\` are installed.`,
    exitCodes: { 0: 'done', 1: 'a benchmark could not run', 2: 'the options are wrong' },
  });
}

const only = (names: readonly string[]): Option<string[]> => ({
  placeholder: 'NAME',
  about: 'measure only this one, and leave the figures of the others as they are; may be repeated',
  read: (given) => {
    const unknown = given.find((name) => !names.includes(name));
    if (unknown === undefined) return [...given];
    throw new WrongUsage(`--only needs one of ${names.join(', ')}, not “${unknown}”.`);
  },
});

const rounds: Option<number> = {
  placeholder: 'N',
  about: 'how often each thing is measured; the median counts',
  without: '3',
  read: (given) => {
    const count = Number(given.at(-1) ?? 3);
    if (Number.isInteger(count) && count >= 1) return count;
    throw new WrongUsage(`--rounds needs a whole number from 1 on, not “${given.at(-1)}”.`);
  },
};
