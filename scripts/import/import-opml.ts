import { readFile } from 'node:fs/promises';
import { entryLines, type FeedToAdd, newEntries } from '../../src/archive/add-feeds.ts';
import { readOpml } from '../../src/archive/opml.ts';
import { addEntries, openList } from '../config/add-entries.ts';
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
  const open = await openList(config, `site:\n  title: ${JSON.stringify(list.title ?? 'Broadsheet')}\n`);
  if ('problems' in open) return { text: open.problems, code: 2 };
  const entries = newEntries(list.feeds, open.feeds);
  const problem = await addEntries(open, entries, dryRun);
  if (problem !== null) return { text: problem, code: 2 };
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
