import { almanacOf, splitAtPress } from '../src/digest/almanac.ts';
import { frontReach } from '../src/digest/front-reach.ts';
import { monthsWith } from '../src/paper/archive.ts';
import { neededItems } from '../src/paper/parts.ts';
import { readPress, readVolumes } from '../src/paper/read-content.ts';
import { sparsePatterns } from '../src/paper/sparse-patterns.ts';
import { loadConfig } from './config/load-config.ts';
import { tellTrouble } from './terminal/job-summary.ts';
import { readMonthTrees } from './volumes/month-trees.ts';

const help = `npm run -s needed-items | git sparse-checkout set --no-cone --stdin

Prints which stored items a night reads, as patterns for a sparse checkout: everything while a paper is small, the
last months of a large one and those that were changed by hand. It works before any item is checked out.
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
  await tellTrouble('The list of feeds needs mending', problems);
  process.exit(2);
}

const [{ volumes }, trees, press] = await Promise.all([
  readVolumes('src/content'),
  readMonthTrees('src/content'),
  readPress('src/content'),
]);
const almanac = almanacOf(volumes);
const reach = frontReach(splitAtPress(almanac, press).printed, config.site.feedItems);
// The month that is filled, the one before, which changes with its first edition, and whatever a hand changed.
const open = monthsWith(almanac).slice(-2);
const changed = volumes.filter(({ month, digest }) => trees.get(month)?.digest !== digest);
const months = new Set([...open, ...changed.map(({ month }) => month)]);
const reading = neededItems({ front: true, months }, almanac, reach);
console.log(sparsePatterns(almanac, reading ?? { days: [], ofFeed: [] }, 'src/content/items').join('\n'));
