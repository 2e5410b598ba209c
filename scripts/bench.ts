import type { Benchmark } from './bench/benchmark.ts';
import { buildBenchmark } from './bench/build.ts';
import { cleaningBenchmark } from './bench/cleaning.ts';
import { historyBenchmark } from './bench/history.ts';
import { importBenchmark } from './bench/import.ts';
import { machineLine } from './bench/machine.ts';
import { measure } from './bench/measure.ts';
import { memoryBenchmark } from './bench/memory.ts';
import { benchHelp, readBenchOptions } from './bench/options.ts';
import { pullBenchmark } from './bench/pull.ts';
import { readingBenchmark } from './bench/reading.ts';
import { storiesBenchmark } from './bench/stories.ts';

const benchmarks: Benchmark[] = [
  pullBenchmark,
  readingBenchmark,
  storiesBenchmark,
  cleaningBenchmark,
  memoryBenchmark,
  importBenchmark,
  buildBenchmark,
  historyBenchmark,
];

const options = readBenchOptions(
  process.argv.slice(2),
  benchmarks.map(({ name }) => name),
);
if ('help' in options) {
  console.log(benchHelp(benchmarks));
  process.exit(0);
}
if ('problem' in options) {
  console.error(`${options.problem}\n\n${benchHelp(benchmarks)}`);
  process.exit(2);
}

console.log(machineLine());
for (const benchmark of benchmarks) {
  if (options.only.length === 0 || options.only.includes(benchmark.name)) await measure(benchmark, options);
}
