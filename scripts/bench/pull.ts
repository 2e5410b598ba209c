import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench, Benchmark, Table } from './benchmark.ts';
import { seconds, times } from './figures.ts';
import type { Manner } from './pull/feed-server.ts';
import { configOf, serveFeeds } from './pull/serve-feeds.ts';
import { runScript, type Usage } from './run-measured.ts';
import { peakCell, processorCell, timeOf } from './usage.ts';

const pull = 'scripts/pull.ts';
const bareRequests = 'scripts/bench/pull/bare-requests.ts';

const shelf = { feeds: 200, items: 25, latencyMs: 20 };
const now = '2024-01-02T00:00:00Z';

/** One night: how the publishers answer, and whether the paper is empty before. */
interface Night {
  name: string;
  manner: Manner;
  cold: boolean;
}

const nights: Night[] = [
  { name: 'first pull, everything new', manner: 'whole', cold: true },
  { name: 'all unchanged, answered with 304', manner: 'unchanged', cold: false },
  { name: 'all unchanged, answered with 200', manner: 'whole', cold: false },
];

export const pullBenchmark: Benchmark = {
  name: 'pull',
  title: `Pulling ${shelf.feeds} feeds of ${shelf.items} items`,
  about: `On loopback, every answer beginning ${shelf.latencyMs} ms after its question, eight feeds at a time. The floor is the same requests by a bare loop of undici with the same concurrency, which reads the answers and drops them. Both are whole programs, from their start to their end.`,
  run,
};

async function run({ folder, rounds, say }: Bench): Promise<Table[]> {
  const server = await serveFeeds(shelf);
  const config = join(folder, 'digest.yaml');
  const content = join(folder, 'content');
  await writeFile(config, configOf(server.urls));
  const ours = new Map<string, Usage[]>();
  const floors = new Map<string, Usage[]>();
  const starts: Usage[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    starts.push(await runScript(pull, ['--help']));
    for (const { name, manner, cold } of nights) {
      say(`round ${round} of ${rounds}, ${name}`);
      await server.answer(manner);
      const floor = await runScript(bareRequests, cold ? [] : ['--known'], { input: server.urls.join('\n') });
      if (cold) await rm(content, { recursive: true, force: true });
      const args = ['--config', config, '--content', content, '--now', now];
      const usage = await runScript(pull, args);
      floors.set(name, [...(floors.get(name) ?? []), floor]);
      ours.set(name, [...(ours.get(name) ?? []), usage]);
    }
  }
  server.close();
  const rows = nights.map(({ name }) => row(name, ours.get(name) ?? [], floors.get(name) ?? []));
  return [
    {
      caption: `Pulls, medians of ${rounds}; of each, ${seconds(timeOf(starts))} (${processorCell(starts)} of processor time) are the start of the program`,
      columns: ['', 'time', 'floor', 'ratio', 'processor', 'of the floor', 'peak memory'],
      rows,
    },
  ];
}

function row(name: string, ours: Usage[], floors: Usage[]): string[] {
  const [time, floor] = [timeOf(ours), timeOf(floors)];
  return [
    name,
    seconds(time),
    seconds(floor),
    times(time, floor),
    processorCell(ours),
    processorCell(floors),
    peakCell(ours),
  ];
}
