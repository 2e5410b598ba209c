import type { Bench, Benchmark, Table } from './benchmark.ts';
import { count, median, seconds, times } from './figures.ts';
import { runScript } from './run-measured.ts';
import { qualityTable } from './stories/quality.ts';

const grouping = 'scripts/bench/stories/grouping.ts';
const sizes = [500, 2000, 8000];

export const storiesBenchmark: Benchmark = {
  name: 'stories',
  title: 'Grouping the items of a day into stories',
  about:
    'Time: invented articles of one day, fifty a feed, in a process of its own each; processor time. Hoped for: 2,000 items in under a second, and hardly more for each item of a larger day. Quality: days of invented news, a headline alone, a teaser and a whole text of each item.',
  run,
};

async function run({ rounds, say }: Bench): Promise<Table[]> {
  const measured: { items: number; stories: number; first: number; later: number }[] = [];
  for (const items of sizes) {
    const runs: { stories: number; times: number[] }[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      say(`${count(items)} items, round ${round} of ${rounds}`);
      const { stdout } = await runScript(grouping, [String(items)]);
      runs.push(JSON.parse(stdout) as { stories: number; times: number[] });
    }
    measured.push({
      items,
      stories: runs[0]?.stories ?? 0,
      first: median(runs.flatMap(({ times }) => times.slice(0, 1))),
      later: median(runs.flatMap(({ times }) => times.slice(1))),
    });
  }
  const floor = measured[0] ? measured[0].later / measured[0].items : 0;
  return [
    {
      caption: `Medians of ${rounds} processes`,
      columns: ['items', 'stories', 'first time, as in a build', 'again', 'each item', 'of the smallest day'],
      rows: measured.map(({ items, stories, first, later }) => [
        count(items),
        count(stories),
        seconds(first / 1000),
        seconds(later / 1000),
        `${Math.round((1000 * later) / items)} µs`,
        times(later / items, floor),
      ]),
    },
    await qualityTable(),
  ];
}
