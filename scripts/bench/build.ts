import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench, Benchmark, Table } from './benchmark.ts';
import { type Archive, addNight, writeArchive } from './build/archive.ts';
import { eleventy } from './build/eleventy.ts';
import type { Generator } from './build/generator.ts';
import { hugo } from './build/hugo.ts';
import { bytes, count, median, seconds, times } from './figures.ts';
import { runScript, type Usage } from './run-measured.ts';
import { peakCell, processorCell, timeOf } from './usage.ts';

const buildScript = 'scripts/build.ts';
const bareWrite = 'scripts/bench/build/bare-write.ts';

/** Articles that a night adds to a month of nearly three thousand, or changes in it. */
const night = 300;
/** Nights measured after each full build: they are short, and their times vary. */
const nightsARound = 3;

export const buildBenchmark: Benchmark = {
  name: 'build',
  title: 'Building the site',
  about: `Archives of 1,000 and 10,000 articles, and with \`--large\` of 20,000 and 100,000, a hundred a day, committed in a repository. “A night later” are ${night} articles more in a month of 2,700, then changed twice, and each time a build over the site that is there; the median counts; “nothing new” is such a build once more. The floor is the files of the finished site, written again by a bare loop. Hugo and Eleventy, where their commands are there, build article, day, month, year and source pages out of the same files with templates as small as can be, and without a search. Hoped for: a night after 100,000 articles costs at most 1.2 times one after 10,000, and 0.3 times all of it by Hugo; all of 20,000 at most 4 times Hugo's; no process holds more than 1 GB.`,
  run,
};

/** Seconds that bare writing takes, and what was written. */
interface Site {
  floor: number;
  files: number;
  size: number;
}

/** What was measured of archives of one size. */
interface Figures {
  articles: number;
  sites: Site[];
  all: Usage[];
  nights: Usage[];
  quiet: Usage[];
  others: Map<Generator, Usage[]>;
}

async function run(bench: Bench): Promise<Table[]> {
  const figures: Figures[] = [];
  for (const articles of [1000, 10_000, ...(bench.large ? [20_000, 100_000] : [])]) {
    const folder = join(bench.folder, String(articles));
    // Measured once, because it takes very long.
    const rounds = articles > 10_000 ? 1 : bench.rounds;
    figures.push(await measure(articles, { ...bench, folder, rounds }));
    await rm(folder, { recursive: true });
  }
  return [...figures.map(tableOf), acrossTable(figures)];
}

async function measure(articles: number, bench: Bench): Promise<Figures> {
  const say = (text: string) => bench.say(`${count(articles)} articles, ${text}`);
  const generators = [hugo(), eleventy()].filter((generator) => generator !== null);
  const others = new Map<Generator, Usage[]>(generators.map((generator) => [generator, []]));
  const figures: Figures = { articles, sites: [], all: [], nights: [], quiet: [], others };
  for (let round = 1; round <= bench.rounds; round += 1) {
    const folder = join(bench.folder, String(round));
    say(`round ${round} of ${bench.rounds}: writing the archive`);
    const archive = await writeArchive(folder, articles);
    say('building all of it');
    figures.all.push(await buildPaper(archive, folder));
    figures.sites.push(await written(join(folder, 'site'), join(folder, 'copy')));
    for (const [generator, usages] of others) {
      say(generator.name);
      const usage = await buildOther(generator, archive, join(folder, 'other'));
      if (usage) usages.push(usage);
    }
    for (let turn = 0; turn < nightsARound; turn += 1) {
      await addNight(archive, night, turn);
      say(`building a night later, ${turn + 1} of ${nightsARound}`);
      figures.nights.push(await buildPaper(archive, folder));
      figures.quiet.push(await buildPaper(archive, folder));
    }
    await rm(folder, { recursive: true });
  }
  return figures;
}

function tableOf({ articles, sites, all, nights, quiet, others }: Figures): Table {
  const floor = median(sites.map((site) => site.floor));
  const [site] = sites;
  return {
    caption: `${count(articles)} articles, ${count(site?.files ?? 0)} files of ${bytes(site?.size ?? 0)} together`,
    columns: ['', 'time', 'of the floor', 'processor', 'peak memory'],
    rows: [
      ['floor: the files written by a bare loop', seconds(floor), times(floor, floor), '', ''],
      row('all of it', all, floor),
      row('a night later', nights, floor),
      row('nothing new', quiet, floor),
      ...[...others].map(([{ name }, usages]) => row(`${name}, all of it`, usages, floor)),
    ],
  };
}

/** Ratios between what was measured in this run. */
function acrossTable(figures: readonly Figures[]): Table {
  const nightOf = ({ nights }: Figures) => timeOf(nights);
  const reference = figures.find(({ articles }) => articles === 10_000);
  return {
    caption: 'A night as the archive grows',
    columns: ['articles', 'a night', 'of one after 10,000', "of Hugo's whole build", "all of it, of Hugo's"],
    rows: figures.map((each) => {
      const byHugo = [...each.others].find(([{ name }]) => name.startsWith('Hugo'))?.[1] ?? [];
      const ofHugo = (time: number) => (byHugo.length > 0 ? times(time, timeOf(byHugo)) : '–');
      return [
        count(each.articles),
        seconds(nightOf(each)),
        reference ? times(nightOf(each), nightOf(reference)) : '–',
        ofHugo(nightOf(each)),
        ofHugo(timeOf(each.all)),
      ];
    }),
  };
}

function buildPaper({ config, content }: Archive, folder: string): Promise<Usage> {
  return runScript(buildScript, ['--config', config, '--content', content, '--out', join(folder, 'site')]);
}

/** Null when it fails: some programs cannot build so much. */
async function buildOther(generator: Generator, archive: Archive, folder: string): Promise<Usage | null> {
  await mkdir(folder, { recursive: true });
  await generator.prepare(archive, folder);
  const usage = await generator.build(folder, join(folder, 'site')).catch(() => null);
  await rm(folder, { recursive: true });
  return usage;
}

async function written(site: string, copy: string): Promise<Site> {
  const { stdout } = await runScript(bareWrite, [site, copy]);
  await rm(copy, { recursive: true });
  const entries = (await readdir(site, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  let size = 0;
  for (const entry of entries) size += (await stat(join(entry.parentPath, entry.name))).size;
  return { floor: Number(stdout), files: entries.length, size };
}

function row(name: string, usages: Usage[], floor: number): string[] {
  if (usages.length === 0) return [name, 'failed', '–', '–', '–'];
  const time = timeOf(usages);
  return [name, seconds(time), times(time, floor), processorCell(usages), peakCell(usages)];
}
