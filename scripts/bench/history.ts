import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { shiftDay } from '../../src/digest/day.ts';
import type { Bench, Benchmark, Table } from './benchmark.ts';
import { bytes, count, median, seconds } from './figures.ts';
import { type Checkout, checkouts, type Taken, take } from './history/checkouts.ts';
import { writeRepository } from './history/repository.ts';
import { type Night, nights } from './history/year.ts';
import { perNight } from './invented/stored.ts';

const year = 365;

export const historyBenchmark: Benchmark = {
  name: 'history',
  title: 'A year in git',
  about: `${year} nights of ${perNight} articles from ten feeds, a commit each: the items, and what is remembered of the feeds. Packed once, then cloned by git's own protocol on this machine, so the network costs nothing. What to do about the figures: [docs/scale.md](docs/scale.md).`,
  run,
};

async function run({ folder, rounds, say }: Bench): Promise<Table[]> {
  const repository = join(folder, 'paper.git');
  await mkdir(repository);
  const all = nights(year + 1);
  await writeRepository(repository, first(year, all), (night) => {
    if (night % 30 === 0) say(`${night} of ${year} nights written`);
  });
  const next = all.next().value as Night;
  const rows: string[][] = [];
  for (const checkout of checkouts) {
    const taken: Taken[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      say(`${checkout.name}, round ${round} of ${rounds}`);
      const place = join(folder, 'checkout');
      taken.push(await take(checkout, repository, place, shiftDay(next.day, -1), next));
      await rm(place, { recursive: true });
    }
    rows.push(row(checkout, taken));
  }
  const packed = bytes(await sizeOf(join(repository, 'objects/pack')));
  return [
    {
      caption: `${count(year * perNight)} articles in ${year} commits, ${packed} packed; medians of ${rounds}`,
      columns: ['', 'checkout', '.git', 'files', 'add and commit a night'],
      rows,
    },
  ];
}

function* first(most: number, all: Iterator<Night>): Generator<Night> {
  for (let index = 0; index < most; index += 1) {
    const { value, done } = all.next();
    if (done) return;
    yield value;
  }
}

function row({ name }: Checkout, taken: readonly Taken[]): string[] {
  const middle = (figure: (one: Taken) => number) => median(taken.map(figure));
  return [
    name,
    seconds(middle(({ checkout }) => checkout)),
    bytes(middle(({ history }) => history)),
    count(middle(({ files }) => files)),
    seconds(middle(({ commit }) => commit)),
  ];
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = await Promise.all((await readdir(folder)).map((file) => stat(join(folder, file))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}
