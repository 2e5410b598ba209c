import { addFeeds, entryLines, type FeedToAdd } from '../../src/archive/add-feeds.ts';
import { formatProblem, readConfig } from '../../src/config/read.ts';
import type { Config } from '../../src/config/schema.ts';
import { readIfExists } from '../store/read-if-exists.ts';
import { writeWhole } from '../store/write-whole.ts';

/** A list of feeds that is to get more of them. */
export interface OpenList {
  file: string;
  text: string;
  feeds: { id: string; url: string }[];
  /** What is valid in it; null while it has no feeds. */
  config: Config | null;
}

/** Reads the list of feeds; `begin` is the text of a new one. A list without feeds is right here, any other mistake is told. */
export async function openList(file: string, begin: string): Promise<OpenList | { problems: string }> {
  const text = (await readIfExists(file)) ?? begin;
  const known = readConfig(text, file);
  const problems = 'problems' in known ? known.problems.filter(({ field }) => field !== 'feeds') : [];
  if (problems.length > 0) return { problems: problems.map(formatProblem).join('\n') };
  const config = 'config' in known ? known.config : null;
  return { file, text, feeds: config?.feeds ?? [], config };
}

/** Adds entries to a list. It is written only when it will be valid, and not in a dry run; null when all is well. */
export async function addEntries(
  { file, text }: OpenList,
  entries: readonly FeedToAdd[],
  dryRun: boolean,
): Promise<string | null> {
  if (entries.length === 0) return null;
  const after = addFeeds(text, entries);
  const checked = after === null ? null : readConfig(after, file);
  if (after === null || checked === null || 'problems' in checked) {
    const why =
      checked && 'problems' in checked ? `:\n${checked.problems.map(formatProblem).join('\n')}` : '.';
    return `The feeds cannot be added to ${file}${why}\n\nTo add by hand:\n\n${entryLines(entries)}`;
  }
  if (!dryRun) await writeWhole(file, after);
  return null;
}
