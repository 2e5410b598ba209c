import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench, Benchmark, Table } from './benchmark.ts';
import { bytes, times } from './figures.ts';
import type { Shelf } from './pull/feed-server.ts';
import { configOf, serveFeeds } from './pull/serve-feeds.ts';
import { runScript, type Usage } from './run-measured.ts';
import { peakCell, processorCell } from './usage.ts';

const pull = 'scripts/pull.ts';
const bareParser = 'scripts/bench/memory/bare-parser.ts';

const long: Shelf = { feeds: 1, items: 50_000, latencyMs: 0, long: true };
const many: Shelf = { feeds: 300, items: 25, latencyMs: 0 };

export const memoryBenchmark: Benchmark = {
  name: 'memory',
  title: 'Memory of a pull',
  about: `The most memory that one process holds at a time, on Linux: one document of ${long.items.toLocaleString('en-GB')} short entries (the newest 10,000 are stored, the most that \`maxItems\` takes), and ${many.feeds} feeds of ${many.items} whole articles in one run. The floor is the same document fetched by undici and parsed by rss-parser alone.`,
  run,
};

async function run({ folder, say }: Bench): Promise<Table[]> {
  say('the program alone');
  const start = await runScript(pull, ['--help']);
  const floor = await withFeeds(long, ([url = '']) => runScript(bareParser, [url]));
  const pullAll = (name: string) => async (urls: string[]) => {
    say(name);
    const config = join(folder, `${name}.yaml`);
    await writeFile(config, configOf(urls));
    const content = join(folder, name);
    return runScript(pull, ['--config', config, '--content', content, '--now', '2024-01-02T00:00:00Z']);
  };
  const one = await withFeeds(long, pullAll('one long document'));
  const all = await withFeeds(many, pullAll('many feeds'));
  return [
    {
      caption: 'Peak memory',
      columns: ['', 'peak memory', 'beside the program', 'ratio', 'processor'],
      rows: [
        row('the program alone (`--help`)', start, start, null),
        row('one long document, rss-parser alone', floor, start, null),
        row('one long document, pulled', one, start, floor),
        row(`${many.feeds} feeds, pulled`, all, start, null),
      ],
    },
  ];
}

async function withFeeds(shelf: Shelf, use: (urls: string[]) => Promise<Usage>): Promise<Usage> {
  const server = await serveFeeds(shelf);
  try {
    await server.answer('whole');
    return await use(server.urls);
  } finally {
    server.close();
  }
}

function row(name: string, usage: Usage, start: Usage, floor: Usage | null): string[] {
  const peak = usage.peak?.bytes ?? 0;
  const beside = Math.max(0, peak - (start.peak?.bytes ?? 0));
  return [
    name,
    peakCell([usage]),
    usage === start || peak === 0 ? '' : bytes(beside),
    floor ? times(peak, floor.peak?.bytes ?? 0) : '',
    processorCell([usage]),
  ];
}
