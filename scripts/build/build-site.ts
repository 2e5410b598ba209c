import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import pLimit from 'p-limit';
import type { Config } from '../../src/config/schema.ts';
import { siteUrlOf } from '../../src/config/site-url.ts';
import { endIndexing, searchFolder } from '../../src/paper/search/search-index.ts';
import { Stopped } from '../terminal/stopped.ts';
import { bringNear, clearIncoming, move, placeFront, placeMonth } from './assemble-site.ts';
import { batchesOf } from './batches.ts';
import type { BuildOptions } from './command.ts';
import { indexSearch, type PartIndex } from './index-search.ts';
import { partsOf, planSite, type SitePlan } from './plan-site.ts';
import { partLine } from './report.ts';
import { runAstro } from './run-astro.ts';
import { openWorkshop } from './workshop.ts';

/** The result of a build. */
export interface BuiltSite {
  plan: SitePlan;
  /** What went wrong without ending the build, in plain words. */
  warnings: string[];
  /** What the failed part printed; the site is then unchanged. Null when all parts were built. */
  failure: string | null;
}

/**
 * Builds the changed parts of a site, and then moves them into their places. `onPart` gets a line for each part when it
 * is built, and one when another build has to end first.
 * @throws Stopped when that does not end, and when the disk is full; the site is then unchanged
 */
export async function buildSite(
  given: BuildOptions,
  config: Config,
  onPart: (line: string) => void = () => {},
): Promise<BuiltSite> {
  const options = absolute(given);
  const workshop = await openWorkshop(options.out, (pid) =>
    onPart(`Another build (process ${pid}) is writing ${given.out}; waiting for it to end.`),
  );
  if (workshop === null)
    throw new Stopped(`another build is still writing ${given.out}`, 'try again when it has ended');
  try {
    const plan = await planSite(options, config, siteUrlOf(config, process.env));
    const { built, indexes } = await buildParts(plan, options, workshop.folder, onPart);
    const failed = built.find(({ ok }) => !ok);
    if (failed !== undefined) return { plan, warnings: absentMonths(plan), failure: failed.printed };
    const near = await bringNear(workshop.folder, options.out);
    const parts = built.flatMap(({ names, out }) => names.map((part) => ({ part, out: near(out) })));
    const found = indexes.map((index) => ({
      ...index,
      folder: index.folder === null ? null : near(index.folder),
    }));
    await assemble(plan, parts, found, options.out);
    await clearIncoming(options.out);
    const unsearchable = indexes.find(({ warning }) => warning !== null)?.warning;
    const printed = built.flatMap((each) => each.printed.trim() || []);
    const warnings = [...absentMonths(plan), ...printed, ...(unsearchable ? [unsearchable] : [])];
    return { plan, warnings, failure: null };
  } finally {
    await endIndexing();
    await workshop.close();
  }
}

/** What one process built. */
interface Batch {
  names: string[];
  out: string;
  ok: boolean;
  printed: string;
}

/** Builds the pages and search indexes of all parts in parallel. */
async function buildParts(
  plan: SitePlan,
  options: BuildOptions,
  workshop: string,
  onPart: (line: string) => void,
): Promise<{ built: Batch[]; indexes: PartIndex[] }> {
  const parts = partsOf(plan, options);
  const limit = pLimit(Math.min(4, availableParallelism()));
  let done = 0;
  const tell = (name: string) => {
    done += 1;
    onPart(`[${done}/${parts.length}] ${partLine(name, plan)}`);
  };
  const pages: Promise<Batch>[] = [];
  const indexes: Promise<PartIndex>[] = [];
  // Alternating: one program makes all indexes, and the pages need not wait for it.
  for (const batch of batchesOf(parts)) {
    const names = batch.map(({ name }) => name);
    const folder = join(workshop, String(pages.length));
    pages.push(limit(() => buildPages(names, options, folder, tell)));
    for (const name of names) indexes.push(limit(() => indexSearch(plan, options, name, workshop)));
  }
  return { built: await Promise.all(pages), indexes: await Promise.all(indexes) };
}

async function buildPages(
  names: string[],
  options: BuildOptions,
  folder: string,
  onPart: (name: string) => void,
): Promise<Batch> {
  await mkdir(folder, { recursive: true });
  const run = await runAstro(names, options, folder);
  if (run.ok) names.forEach(onPart);
  return { names, out: join(folder, 'out'), ...run };
}

async function assemble(
  { paper, fingerprints, absent }: SitePlan,
  parts: readonly { part: string; out: string }[],
  indexes: readonly PartIndex[],
  site: string,
): Promise<void> {
  for (const { part, folder } of indexes) {
    const out = parts.find((each) => each.part === part)?.out;
    if (folder !== null && out !== undefined) await move(folder, join(out, searchFolder(paper, part)));
  }
  for (const { part, out } of parts) {
    if (part === 'front') continue;
    const search = indexes.find((each) => each.part === part)?.digests ?? [];
    await placeMonth(out, site, part, { fingerprint: fingerprints.get(part) ?? '', search });
  }
  const front = parts.find(({ part }) => part === 'front');
  if (front) await placeFront(front.out, site, new Set(fingerprints.keys()), absent.length > 0);
}

function absentMonths({ absent }: SitePlan): string[] {
  if (absent.length === 0) return [];
  return [
    `${absent.length} months have changed and are not checked out (${absent[0]} … ${absent.at(-1)}); their pages stay as they were.\n    → Check out all of src/content/items and build again to renew them.`,
  ];
}

function absolute(options: BuildOptions): BuildOptions {
  const { config, content, out } = options;
  return { ...options, config: resolve(config), content: resolve(content), out: resolve(out) };
}
