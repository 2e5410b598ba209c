import type { Bench, Benchmark, Table } from './benchmark.ts';
import { median, percent, seconds, times } from './figures.ts';
import { runScript } from './run-measured.ts';

const stages = 'scripts/bench/reading/stages.ts';
const feeds = 20;
const itemsEach = 25;
/** Rounds within one process: the first is what a pull sees, the later ones are compiled. */
const passes = 7;
/** The stages that the goal covers: from bytes to the stored item. */
const counted = ['decode', 'repair', 'parse', 'normalise', 'clean'];
const beside = ['learn', 'format'];

export const readingBenchmark: Benchmark = {
  name: 'reading',
  title: `Reading and cleaning ${feeds * itemsEach} items`,
  about: `${feeds} documents of ${itemsEach} whole articles each, RSS and Atom, from bytes to clean items, against rss-parser alone on the same documents in the same process, in turns. Hoped for: at most 4 × rss-parser. Where the time goes within a stage: \`node --cpu-prof scripts/bench/reading/stages.ts\`, to be opened in a browser's developer tools.`,
  run,
};

async function run({ rounds, say }: Bench): Promise<Table[]> {
  const runs: Record<string, number[]>[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    say(`round ${round} of ${rounds}`);
    const { stdout } = await runScript(stages, [feeds, itemsEach, passes].map(String));
    runs.push(JSON.parse(stdout) as Record<string, number[]>);
  }
  return [
    table('Warm: later rounds of one process', (stage) =>
      median(runs.flatMap((times) => times[stage]?.slice(1) ?? [])),
    ),
    table('Cold: the first round of a process, as in a pull', (stage) =>
      median(runs.flatMap((times) => times[stage]?.slice(0, 1) ?? [])),
    ),
  ];
}

function table(caption: string, timeOf: (stage: string) => number): Table {
  const floor = timeOf('rss-parser');
  const whole = counted.reduce((sum, stage) => sum + timeOf(stage), 0);
  const row = (name: string, time: number, share: string) => [
    name,
    seconds(time / 1000),
    share,
    times(time, floor),
  ];
  return {
    caption: `${caption}; medians`,
    columns: ['', 'time', 'share', 'of rss-parser'],
    rows: [
      row('rss-parser alone', floor, ''),
      row('bytes to clean items', whole, '100 %'),
      ...counted.map((stage) => row(`· ${stage}`, timeOf(stage), percent(timeOf(stage), whole))),
      ...beside.map((stage) => row(`beside: ${stage}`, timeOf(stage), '')),
    ],
  };
}
