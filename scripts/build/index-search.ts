import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { shownItems } from '../../src/digest/volume.ts';
import type { Paper } from '../../src/paper/make-paper.ts';
import { readBody, readItems } from '../../src/paper/read-content.ts';
import {
  type SearchRecord,
  searchFolder,
  searchRecord,
  writePaperIndex,
  writeShard,
} from '../../src/paper/search/search-index.ts';
import { shardsOf } from '../../src/paper/search/shards.ts';
import { daysFingerprint } from '../../src/paper/volume-inputs.ts';
import { isFull } from '../terminal/stopped.ts';
import { readStamp } from './assemble-site.ts';
import type { BuildOptions } from './command.ts';
import type { SitePlan } from './plan-site.ts';

/**
 * The allocator of the engine (jemalloc) keeps its memory until the program ends, in one arena, on huge pages where the
 * machine has them: allocating it again for each index takes a quarter of the time.
 */
process.env['_RJEM_MALLOC_CONF'] ??= 'dirty_decay_ms:-1,narenas:1,thp:always';

/** The search indexes of a part of a site. */
export interface PartIndex {
  part: string;
  /** The folder they were written to; null when the part has none. */
  folder: string | null;
  /** A digest of what each index of a month is made from, in order. */
  digests: string[];
  /** Why an index is missing; null when none is. */
  warning: string | null;
}

/**
 * Writes the search indexes of a part (`front`, `YYYY-MM`) into a folder below `workshop`; no page is needed for them. An
 * index that the site already has is copied. Gives a warning when the engine, a native program, does not run on this
 * machine: then only the search is missing.
 */
export async function indexSearch(
  plan: SitePlan,
  options: BuildOptions,
  part: string,
  workshop: string,
): Promise<PartIndex> {
  const folder = join(workshop, 'search', part);
  const none = { part, folder: null, digests: [], warning: null };
  try {
    if (part === 'front') await writePaperIndex(plan.paper, folder);
    else if (!plan.paper.links.keepsPages(part)) return none;
    else return { ...none, folder, digests: await indexMonth(plan, options, part, folder) };
    return { ...none, folder };
  } catch (error) {
    if (isFull(error)) throw error;
    const why = error instanceof Error ? error.message : error;
    return { ...none, warning: `the site is built without its search: ${why}` };
  }
}

async function indexMonth(
  { paper, volumes, renderer }: SitePlan,
  { content, out }: BuildOptions,
  month: string,
  folder: string,
): Promise<string[]> {
  const before = (await readStamp(out, month))?.search ?? [];
  const digests: string[] = [];
  for (const [index, days] of shardsOf(paper.days, month).entries()) {
    const digest = daysFingerprint(paper, volumes, days, renderer);
    const name = String(index + 1);
    if (digest === before[index])
      await cp(join(out, searchFolder(paper, month), name), join(folder, name), { recursive: true });
    else await writeShard(await recordsOf(paper, content, days), join(folder, name));
    digests.push(digest);
  }
  return digests;
}

async function recordsOf(paper: Paper, content: string, days: string[]): Promise<SearchRecord[]> {
  const { items } = await readItems(content, { days, ofFeed: [] });
  const records: SearchRecord[] = [];
  for (const item of shownItems(items, paper.config))
    records.push(searchRecord(paper, item, await readBody(content, item)));
  return records;
}
