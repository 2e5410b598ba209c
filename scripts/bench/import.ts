import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Bench, Benchmark, Table } from './benchmark.ts';
import { count, median, seconds, times } from './figures.ts';
import { archivedFile } from './invented/archived.ts';
import { outlets, perDay } from './invented/stored.ts';
import { runScript, type Usage } from './run-measured.ts';
import { peakCell, processorCell, timeOf } from './usage.ts';

const importer = 'scripts/import.ts';
const articles = 5000;

export const importBenchmark: Benchmark = {
  name: 'import',
  title: `Importing an archive of ${count(articles)} articles`,
  about: `Ten sources with their furniture, learned from, cleaned and stored by \`npm run import\`. The floor is a bare loop that reads the same files and writes them elsewhere. Hoped for: at most 60 s.`,
  run,
};

async function run({ folder, rounds, say }: Bench): Promise<Table[]> {
  const archive = join(folder, 'archive');
  const files = Array.from({ length: articles }, (_, number) => archivedFile(number, outlets, perDay));
  for (const { path, text } of files) await write(join(archive, path), text);
  const config = join(folder, 'digest.yaml');
  await writeFile(
    config,
    JSON.stringify({
      site: { title: 'Bench' },
      feeds: [{ id: 'elsewhere', url: 'https://bench.example/' }],
    }),
  );
  const usages: Usage[] = [];
  const floors: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    say(`round ${round} of ${rounds}`);
    floors.push(
      await copied(
        files.map(({ path }) => path),
        archive,
        join(folder, `copy-${round}`),
      ),
    );
    const content = join(folder, `content-${round}`);
    const args = ['--config', config, '--content', content, '--now', '2025-01-01T00:00:00Z'];
    usages.push(await runScript(importer, [archive, ...args]));
    await rm(content, { recursive: true });
  }
  const [time, floor] = [timeOf(usages), median(floors)];
  return [
    {
      caption: `Import, medians of ${rounds}`,
      columns: ['', 'time', 'floor', 'ratio', 'an article', 'processor', 'peak memory'],
      rows: [
        [
          `${count(articles)} articles`,
          seconds(time),
          seconds(floor),
          times(time, floor),
          `${((1000 * time) / articles).toFixed(1)} ms`,
          processorCell(usages),
          peakCell(usages),
        ],
      ],
    },
  ];
}

/** Seconds that copying takes, one file after the other. */
async function copied(paths: readonly string[], from: string, to: string): Promise<number> {
  const started = performance.now();
  for (const path of paths) await write(join(to, path), await readFile(join(from, path), 'utf8'));
  return (performance.now() - started) / 1000;
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
