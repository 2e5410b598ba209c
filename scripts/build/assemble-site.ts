import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { yearOf } from '../../src/digest/day.ts';
import { dayFolder } from '../../src/store/item-path.ts';
import { writeWhole } from '../store/write-whole.ts';

/**
 * A site on disk is its front and a folder for each month. A built part is moved into its place, so that the cost of a
 * night does not grow with the site. Each month has a stamp that says what it was built from.
 */

const stampSchema = z.object({
  fingerprint: z.string(),
  /** A digest of each of its search indexes, in order. */
  search: z.array(z.string()),
  files: z.int(),
  bytes: z.int(),
});

/** The size of a folder. */
export interface Size {
  files: number;
  bytes: number;
}

export type Stamp = z.infer<typeof stampSchema>;

/** A hidden file, so that hosts do not serve it. */
const stampName = '.volume';

/** The stamp of a month of a site; null when the site does not have the month. */
export async function readStamp(site: string, month: string): Promise<Stamp | null> {
  const text = await readFile(join(folderOf(site, month), stampName), 'utf8').catch(() => 'null');
  const stamp = stampSchema.safeParse(parseJson(text));
  return stamp.success ? stamp.data : null;
}

/** Moves a month that was built below `from` into the site. `source` says what it was built from. */
export async function placeMonth(
  from: string,
  site: string,
  month: string,
  source: Pick<Stamp, 'fingerprint' | 'search'>,
): Promise<void> {
  const built = folderOf(from, month);
  const stamp: Stamp = { ...source, ...sizeOf(built) };
  await writeWhole(join(built, stampName), `${JSON.stringify(stamp)}\n`);
  await move(built, folderOf(site, month));
}

/**
 * Moves a front that was built below `from` into the site, and removes what belongs to no part of it: other files, and
 * months that are not in `months`. With `keepAssets`, older style sheets and scripts stay for the months that use them.
 */
export async function placeFront(
  from: string,
  site: string,
  months: ReadonlySet<string>,
  keepAssets: boolean,
): Promise<void> {
  const entries = await entriesOf(from);
  for (const entry of entries) {
    if (isYear(entry)) continue;
    if (entry === assets && keepAssets)
      for (const file of await entriesOf(join(from, entry)))
        await move(join(from, entry, file), join(site, entry, file));
    else await move(join(from, entry), join(site, entry));
  }
  const years = new Set([...months].map((month) => yearOf(month)));
  for (const entry of await entriesOf(site)) {
    if (years.has(entry)) await placeYear(from, site, entry, months);
    else if (!entries.includes(entry) || isYear(entry)) await rm(join(site, entry), { recursive: true });
  }
}

/** The size of a site: of its months from their stamps, of its front from its files. */
export async function sizeOfSite(site: string, months: Iterable<string>): Promise<Size> {
  const total = sizeOf(site, (path) => /\/\d{4}\/\d{2}$/.test(path.replaceAll('\\', '/')));
  for (const month of months) {
    const stamp = await readStamp(site, month);
    total.files += stamp?.files ?? 0;
    total.bytes += stamp?.bytes ?? 0;
  }
  return total;
}

const assets = '_astro';

/** The page of a year, which it has once an edition of it went to press, and its months without all others. */
async function placeYear(
  from: string,
  site: string,
  year: string,
  months: ReadonlySet<string>,
): Promise<void> {
  const [built, page] = [from, site].map((root) => join(root, year, 'index.html')) as [string, string];
  if (existsSync(built)) await move(built, page);
  else await rm(page, { force: true });
  for (const entry of await entriesOf(join(site, year)))
    if (entry !== 'index.html' && !months.has(`${year}-${entry}`))
      await rm(join(site, year, entry), { recursive: true });
}

/** Synchronous: asynchronous calls for each file take three times as long. */
function sizeOf(folder: string, leaveOut: (path: string) => boolean = () => false): Size {
  const size: Size = { files: 0, bytes: 0 };
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.name === stampName || (entry.isDirectory() && leaveOut(path))) continue;
    const part = entry.isDirectory() ? sizeOf(path, leaveOut) : { files: 1, bytes: statSync(path).size };
    size.files += part.files;
    size.bytes += part.bytes;
  }
  return size;
}

/** Replaces a file or folder by another of the same disk. */
export async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  // Synchronous, as in sizeOf.
  rmSync(to, { recursive: true, force: true });
  await rename(from, to);
}

/** Where built parts wait in a site on another disk. */
const incoming = '.incoming';

/**
 * Brings built parts onto the disk of a site, so that a full disk shows before anything of the site is replaced. Gives
 * the place of each path of the workshop there; on the same disk nothing is copied.
 * @throws what the file system says when there is no room; the site is then unchanged
 */
export async function bringNear(workshop: string, site: string): Promise<(path: string) => string> {
  await mkdir(site, { recursive: true });
  const near = join(site, incoming);
  await clearIncoming(site);
  if ((await stat(workshop)).dev === (await stat(site)).dev) return (path) => path;
  try {
    const isCache = (path: string) => /^\d+[/\\]cache$/.test(relative(workshop, path));
    await cp(workshop, near, { recursive: true, filter: (path) => !isCache(path) });
  } catch (error) {
    await clearIncoming(site);
    throw error;
  }
  return (path) => join(near, relative(workshop, path));
}

/** Removes what was brought near and has been placed, or was left by a killed build. */
export async function clearIncoming(site: string): Promise<void> {
  await rm(join(site, incoming), { recursive: true, force: true });
}

function folderOf(site: string, month: string): string {
  return join(site, dayFolder(month));
}

function isYear(entry: string): boolean {
  return /^\d{4}$/.test(entry);
}

async function entriesOf(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
