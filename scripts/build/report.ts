import type { Config } from '../../src/config/schema.ts';
import type { Size } from './assemble-site.ts';
import type { SitePlan } from './plan-site.ts';

/** The share of the host's limit from which on a build warns. */
const nearlyFull = 0.8;

/** A line for a part that was built. */
export function partLine(part: string, { paper }: SitePlan): string {
  if (part === 'front') return 'front page, feeds, lists';
  const editions = paper.almanac.filter(({ day }) => day.startsWith(part));
  const items = paper.days
    .filter(({ day }) => day.startsWith(part))
    .reduce((sum, ofDay) => sum + ofDay.items, 0);
  return `${part}   ${editions.length} editions, ${items} articles`;
}

/** The size of a site, and how many months were not built again. */
export function siteLine(out: string, size: Size, { fingerprints, stale }: SitePlan): string {
  const kept = fingerprints.size - stale.length;
  const months = kept === 0 ? '' : `; ${kept} ${kept === 1 ? 'month' : 'months'} as before`;
  return `${out}: ${size.files} files, ${megabytes(size.bytes)} MB${months}.`;
}

/** A warning when a site nearly fills the limit of its host; else null. */
export function sizeWarning(size: Size, { site: { maxMegabytes } }: Config): string | null {
  const used = size.bytes / 1_000_000 / maxMegabytes;
  if (used < nearlyFull) return null;
  return `the site fills ${Math.round(used * 100)} % of the ${maxMegabytes} MB that its host allows (site.maxMegabytes)\n    → Let older articles link to their originals: put retention: 12 under site in digest.yaml, for twelve months of pages.`;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
