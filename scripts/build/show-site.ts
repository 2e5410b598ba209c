import type { Config } from '../../src/config/schema.ts';
import { addTextToSummary, addToSummary, tellTrouble } from '../terminal/job-summary.ts';
import { sizeOfSite } from './assemble-site.ts';
import { builtFeeds, feedsLines, feedsTable } from './built-feeds.ts';
import type { SitePlan } from './plan-site.ts';
import { siteLine, sizeWarning } from './report.ts';

/** Shows what a whole site came to: its feeds, its size, and a warning when it nearly fills its host. */
export async function showSite(out: string, plan: SitePlan, config: Config): Promise<void> {
  const feeds = await builtFeeds(out);
  console.log(
    `\nIts feeds, with their entries and their last changes (UTC):\n${feedsLines(feeds, config.site.feedItems).join('\n')}`,
  );
  await addToSummary(feedsTable(feeds, config.site.feedItems));
  const size = await sizeOfSite(out, plan.fingerprints.keys());
  console.log(`\n${siteLine(out, size, plan)}`);
  const warning = sizeWarning(size, config);
  if (warning === null) return;
  console.error(warning);
  await addTextToSummary('The site is nearly full', warning);
}

/** Lines of a failed build that the summary of a run shows. */
const linesInSummary = 20;

/** Shows why a build failed; `printed` is what the failed part printed. */
export async function showFailure(printed: string): Promise<void> {
  console.error(`${printed}\nThe build failed; the lines above say why. The site in place was not changed.`);
  await tellTrouble(
    'The site could not be built',
    printed.trimEnd().split('\n').slice(-linesInSummary).join('\n'),
  );
}
