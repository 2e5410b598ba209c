import { readFile } from 'node:fs/promises';
import { addFeeds, entryLines, type FeedToAdd, newEntries } from '../../src/archive/add-feeds.ts';
import { readOpml } from '../../src/archive/opml.ts';
import { formatProblem, readConfig } from '../../src/config/read.ts';
import { readIfExists } from '../store/read-if-exists.ts';
import { writeWhole } from '../store/write-whole.ts';
import { plain } from '../terminal/plain.ts';

/** The result of an import of subscriptions: a text to print, and the exit code. */
export interface OpmlResult {
  text: string;
  code: 0 | 1 | 2;
}

/**
 * Adds the feeds of an OPML file to the configuration, which is created when there is none. It is written only when it
 * will be valid.
 */
export async function importOpml(path: string, config: string, dryRun: boolean): Promise<OpmlResult> {
  const list = readOpml(await readFile(path, 'utf8'));
  if (list === null)
    return { text: `${plain(path)} is not a list of subscriptions: it has no outline.`, code: 1 };
  const before =
    (await readIfExists(config)) ?? `site:\n  title: ${JSON.stringify(list.title ?? 'Broadsheet')}\n`;
  const known = readConfig(before, config);
  // Missing feeds are what this import adds; anything else that is wrong, the owner has to correct.
  const problems = 'problems' in known ? known.problems.filter(({ field }) => field !== 'feeds') : [];
  if (problems.length > 0) return { text: problems.map(formatProblem).join('\n'), code: 2 };
  const feeds = 'config' in known ? known.config.feeds : [];
  const entries = newEntries(list.feeds, feeds);
  const after = addFeeds(before, entries);
  const checked = after === null ? null : readConfig(after, config);
  if (after === null || checked === null || (entries.length > 0 && 'problems' in checked)) {
    const why =
      checked && 'problems' in checked ? `:\n${checked.problems.map(formatProblem).join('\n')}` : '.';
    return {
      text: `The feeds cannot be added to ${config}${why}\n\nTo add by hand:\n\n${entryLines(entries)}`,
      code: 2,
    };
  }
  if (!dryRun && entries.length > 0) await writeWhole(config, after);
  return {
    text: reportText(entries, list.feeds.length - entries.length, list.unusable, config, dryRun),
    code: 0,
  };
}

function reportText(
  entries: FeedToAdd[],
  present: number,
  unusable: string[],
  config: string,
  dryRun: boolean,
): string {
  const lost = unusable.map(
    (name) => `Left out, because it has no address that can be pulled: ${plain(name)}`,
  );
  const head = `${config}: ${entries.length} ${entries.length === 1 ? 'feed' : 'feeds'} ${dryRun ? 'would be ' : ''}added, ${present} already there.`;
  return [
    head,
    ...lost,
    ...(entries.length > 0 ? ['', entryLines(entries).trimEnd()] : []),
    ...(dryRun ? ['', 'Nothing was written (--dry-run).'] : []),
  ].join('\n');
}
