import type { Benchmark } from './bench/benchmark.ts';
import { buildBenchmark } from './bench/build.ts';
import { cleaningBenchmark } from './bench/cleaning.ts';
import { benchCommand } from './bench/command.ts';
import { historyBenchmark } from './bench/history.ts';
import { importBenchmark } from './bench/import.ts';
import { machineLine } from './bench/machine.ts';
import { measure } from './bench/measure.ts';
import { memoryBenchmark } from './bench/memory.ts';
import { pagesBenchmark } from './bench/pages.ts';
import { pullBenchmark } from './bench/pull.ts';
import { readingBenchmark } from './bench/reading.ts';
import { storiesBenchmark } from './bench/stories.ts';
import { runCommand } from './terminal/command.ts';

const benchmarks: Benchmark[] = [
  pullBenchmark,
  readingBenchmark,
  storiesBenchmark,
  cleaningBenchmark,
  pagesBenchmark,
  memoryBenchmark,
  importBenchmark,
  buildBenchmark,
  historyBenchmark,
];

process.exitCode = await runCommand(benchCommand(benchmarks), async (options) => {
  console.log(machineLine());
  const chosen = benchmarks.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  for (const benchmark of chosen) await measure(benchmark, options);
  return 0;
});
