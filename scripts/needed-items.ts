import { almanacOf } from '../src/digest/almanac.ts';
import { frontReach } from '../src/digest/front-reach.ts';
import { monthsWith } from '../src/paper/archive.ts';
import { readVolumes } from '../src/paper/item-store.ts';
import { readingOf } from '../src/paper/parts.ts';
import { sparsePatterns } from '../src/paper/sparse-patterns.ts';
import { loadConfig } from './config/load-config.ts';

const help = `npm run -s needed-items | git sparse-checkout set --no-cone --stdin

Prints which stored items a night reads, as patterns for a sparse checkout: everything while a paper is small, the
last months of a large one. It reads src/content/volumes only, so it works before any item is checked out.
`;

const [option] = process.argv.slice(2);
if (option !== undefined) {
  const asked = option === '--help' || option === '-h';
  (asked ? console.log : console.error)(asked ? help : `There is no option ${option}.\n\n${help}`);
  process.exit(asked ? 0 : 2);
}

const { config, problems } = await loadConfig('digest.yaml');
if (config === null) {
  console.error(problems);
  process.exit(2);
}

const { volumes } = await readVolumes('src/content');
const almanac = almanacOf(volumes);
const reach = frontReach(almanac, config.site.feedItems);
/** The month that is filled, and the one before, which changes with its first edition. */
const open = monthsWith(almanac).slice(-2);
const reading = readingOf({ front: true, months: new Set(open) }, almanac, reach);
console.log(sparsePatterns(almanac, reading ?? { days: [], ofFeed: [] }, 'src/content/items').join('\n'));
