import { describe, expect, test } from 'vitest';
import type { Benchmark } from './benchmark.ts';
import { markdownTable, plainTable, section, withSection } from './report.ts';

const table = { caption: 'Pulls', columns: ['', 'time'], rows: [['cold | warm', '3.1 s']] };
const benchmark = (name: string): Benchmark => ({
  name,
  title: `All of ${name}`,
  about: 'Why.',
  run: async () => [],
});
const text = (name: string, figure: string) =>
  section(benchmark(name), [{ ...table, rows: [['cold', figure]] }], 'Here.');

describe('the part of a benchmark in the document', () => {
  const one = withSection('# Benchmarks\n\nHow to read this.\n', 'pull', text('pull', '3 s'));
  const two = withSection(one, 'build', text('build', '9 s'));

  test('is added at the end, below what stands there', () => {
    expect(two).toMatch(/How to read this\..*## All of pull.*3 s.*## All of build.*9 s/s);
    expect(two).toContain('`npm run bench -- --only build`');
  });

  test('is replaced by its next figures, in its place, and the others stay', () => {
    const three = withSection(two, 'pull', text('pull', '4 s'));
    expect(three).toBe(two.replace('3 s', '4 s'));
  });
});

test('prints a table for a document and for a terminal', () => {
  expect(markdownTable(table)).toBe('|  | time |\n| --- | ---: |\n| cold \\| warm | 3.1 s |');
  expect(plainTable(table)).toBe('Pulls\n\n                time\n  cold | warm  3.1 s');
});
