import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench, Benchmark, Table } from './benchmark.ts';
import { type Archive, writeArchive } from './build/archive.ts';
import { eleventy } from './build/eleventy.ts';
import type { Generator } from './build/generator.ts';
import { hugo } from './build/hugo.ts';
import { bytes, count, median, seconds, times } from './figures.ts';
import { perNight } from './invented/stored.ts';
import { runScript, type Usage } from './run-measured.ts';
import { peakCell, processorCell, timeOf } from './usage.ts';

const buildScript = 'scripts/build.ts';
const bareWrite = 'scripts/bench/build/bare-write.ts';

export const buildBenchmark: Benchmark = {
  name: 'build',
  title: 'Building the site',
  about: `Archives of 1,000 and 10,000 articles, and with \`--large\` of 100,000, ${perNight} a day. “A night later” are ${perNight} articles more and a build over the site that is there. The floor is the files of the finished site, written again by a bare loop. Hugo and Eleventy, where their commands are there, build article, day, month, year and source pages out of the same files with templates as small as can be, and without a search. Hoped for: a night after 100,000 articles costs at most 1.2 times one after 10,000, and 0.3 times all of it by Hugo; no process holds more than 1 GB.`,
  run,
};

/** Seconds of the floor and what was written. */
interface Site {
  floor: number;
  files: number;
  size: number;
}

async function run(bench: Bench): Promise<Table[]> {
  const tables: Table[] = [];
  for (const articles of [1000, 10_000, ...(bench.large ? [100_000] : [])]) {
    const folder = join(bench.folder, String(articles));
    // What takes very long is measured once.
    const rounds = articles > 10_000 ? 1 : bench.rounds;
    tables.push(await measure(articles, { ...bench, folder, rounds }));
    await rm(folder, { recursive: true });
  }
  return tables;
}

async function measure(articles: number, bench: Bench): Promise<Table> {
  const say = (text: string) => bench.say(`${count(articles)} articles, ${text}`);
  const all: Usage[] = [];
  const nights: Usage[] = [];
  const sites: Site[] = [];
  const generators = [hugo(), eleventy()].filter((generator) => generator !== null);
  const others = new Map<Generator, Usage[]>(generators.map((generator) => [generator, []]));
  for (let round = 1; round <= bench.rounds; round += 1) {
    const folder = join(bench.folder, String(round));
    say(`round ${round} of ${bench.rounds}: writing the archive`);
    const archive = await writeArchive(folder, 0, articles);
    say('building all of it');
    all.push(await buildPaper(archive, folder));
    sites.push(await written(join(folder, 'site'), join(folder, 'copy')));
    for (const [generator, usages] of others) {
      say(generator.name);
      const usage = await buildOther(generator, archive, join(folder, 'other'));
      if (usage) usages.push(usage);
    }
    await writeArchive(folder, articles, articles + perNight);
    say('building a night later');
    nights.push(await buildPaper(archive, folder));
    await rm(folder, { recursive: true });
  }
  const floor = median(sites.map((site) => site.floor));
  const [site] = sites;
  return {
    caption: `${count(articles)} articles, ${count(site?.files ?? 0)} files of ${bytes(site?.size ?? 0)} together`,
    columns: ['', 'time', 'of the floor', 'processor', 'peak memory'],
    rows: [
      ['floor: the files written by a bare loop', seconds(floor), times(floor, floor), '', ''],
      row('all of it', all, floor),
      row('a night later', nights, floor),
      ...[...others].map(([{ name }, usages]) => row(`${name}, all of it`, usages, floor)),
    ],
  };
}

function buildPaper({ config, content }: Archive, folder: string): Promise<Usage> {
  const args = ['--config', config, '--content', content, '--out', join(folder, 'site')];
  return runScript(buildScript, args, { env: { BROADSHEET_CACHE: join(folder, 'cache') } });
}

/** Null when it fails: some are not made for so much. */
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
