import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Benchmark } from './benchmark.ts';
import type { BenchOptions } from './command.ts';
import { commit, loadAverage, machineLine } from './machine.ts';
import { plainTable, section, withSection } from './report.ts';

const document = 'BENCHMARKS.md';

/** Runs one benchmark, prints its figures and writes them into BENCHMARKS.md. Its temporary files are removed. */
export async function measure(
  benchmark: Benchmark,
  { rounds, large, print }: Omit<BenchOptions, 'only'>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'));
  const started = performance.now();
  const minutes = () => ((performance.now() - started) / 60_000).toFixed(1);
  const say = (text: string) => process.stderr.write(`${benchmark.name}, minute ${minutes()}: ${text}\n`);
  const loadBefore = loadAverage();
  try {
    const tables = await benchmark.run({ folder, rounds, large, say });
    console.log(`\n${tables.map(plainTable).join('\n\n')}\n`);
    const day = new Date().toISOString().slice(0, 10);
    const circumstances = `${day}, commit ${commit()}, load ${loadBefore} at the start and ${loadAverage()} at the end. ${machineLine()}.`;
    if (!print) await keep(benchmark.name, section(benchmark, tables, circumstances));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function keep(name: string, text: string): Promise<void> {
  const before = await readFile(document, 'utf8').catch(() => '# Benchmarks\n');
  const after = withSection(before, name, text);
  const style = await resolveConfig(document);
  await writeFile(document, await format(after, { ...style, parser: 'markdown' }));
}
