import { expect, it } from 'vitest';
import type { Benchmark } from './benchmark.ts';
import { benchHelp, readBenchOptions } from './options.ts';

const names = ['pull', 'build'];
const read = (...args: string[]) => readBenchOptions(args, names);

it('measures everything three times unless told otherwise', () => {
  expect(read()).toEqual({ only: [], rounds: 3, large: false, print: false });
  expect(read('--only', 'pull', '--only', 'build', '--rounds', '5', '--large', '--print')).toEqual({
    only: ['pull', 'build'],
    rounds: 5,
    large: true,
    print: true,
  });
});

it('says in a sentence what is wrong with the options', () => {
  expect(read('--only', 'pulls')).toEqual({ problem: '--only wants one of pull, build, not “pulls”' });
  for (const rounds of ['0', '1.5', 'many'])
    expect(read('--rounds', rounds)).toEqual({
      problem: `--rounds wants a whole number from 1 on, not “${rounds}”`,
    });
  expect(read('--fast')).toHaveProperty('problem');
  expect(read('-h')).toEqual({ help: true });
});

it('names every benchmark in its help', () => {
  const benchmark: Benchmark = { name: 'pull', title: 'Pulling feeds', about: '', run: async () => [] };
  expect(benchHelp([benchmark])).toContain('pull   Pulling feeds');
});
