import { join } from 'node:path';
import type { Config } from '../../src/config/schema.ts';
import { almanacOf, splitAtPress } from '../../src/digest/almanac.ts';
import { frontReach } from '../../src/digest/front-reach.ts';
import { monthsWith } from '../../src/paper/archive.ts';
import { neededItems } from '../../src/paper/parts.ts';
import { readPress, readVolumes } from '../../src/paper/read-content.ts';
import { sparsePatterns } from '../../src/paper/sparse-patterns.ts';
import { readMonthTrees } from './month-trees.ts';

/** The items that a nightly build reads, as patterns of `git sparse-checkout`. `content` is relative to the repository. */
export async function neededPatterns(content: string, config: Config): Promise<string[]> {
  const [{ volumes }, trees, press] = await Promise.all([
    readVolumes(content),
    readMonthTrees(content),
    readPress(content),
  ]);
  const almanac = almanacOf(volumes);
  // The month being filled; the month before, which its first edition changes; and those changed by hand.
  const latest = monthsWith(almanac).slice(-2);
  const changed = volumes.filter(({ month, digest }) => trees.get(month)?.digest !== digest);
  const months = new Set([...latest, ...changed.map(({ month }) => month)]);
  const needed = neededItems(
    { front: true, months },
    almanac,
    frontReach(splitAtPress(almanac, press).printed, config.site.feedItems),
  );
  const folder = join(content, 'items').replaceAll('\\', '/');
  return sparsePatterns(almanac, needed ?? { days: [], ofFeed: [] }, folder);
}
