import { relative } from 'node:path';
import { entryLines } from '../../src/archive/add-feeds.ts';
import { plain } from '../terminal/plain.ts';
import type { FolderResult } from './import-archive.ts';

/** How many files are named for each reason, and how many repetitions for each folder. */
const filesNamed = 20;
const repetitionsNamed = 5;

/** The result of an import, for a terminal. `path` is what was imported. */
export function archiveReport(results: readonly FolderResult[], path: string, dryRun: boolean): string {
  const sum = (count: (result: FolderResult) => number) =>
    results.reduce((all, each) => all + count(each), 0);
  const folders = results.map((result) => folderLine(result)).join('\n');
  const totals = [
    `${sum(({ added }) => added)} ${sum(({ added }) => added) === 1 ? 'article' : 'articles'} ${dryRun ? 'would be ' : ''}added`,
    ...(sum(({ versions }) => versions) > 0
      ? [`${sum(({ versions }) => versions)} earlier versions of these`]
      : []),
    `${sum(({ present }) => present)} already there`,
    `${sum(({ skipped }) => skipped.length)} left out`,
  ];
  return [
    folders,
    `${totals.join(', ')}.`,
    skippedLines(results, path),
    feedLines(results),
    dryRunLine(dryRun),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function folderLine({ folder, feed, added, present, skipped, days, repeated }: FolderResult): string {
  const span = days === null ? '' : days[0] === days[1] ? `  ${days[0]}` : `  ${days[0]} to ${days[1]}`;
  const counts = `${added} new  ${present} already there  ${skipped.length} left out${span}`;
  const most = [...repeated].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, repetitionsNamed);
  return [
    `${plain(folder)} → ${feed.id}${feed.isNew ? ' (a new feed)' : ''}  ${counts}`,
    ...most.map(
      ([words, count]) =>
        `    removed from ${count} ${count === 1 ? 'article' : 'articles'}, because it repeats: ${plain(words)}`,
    ),
  ].join('\n');
}

function skippedLines(results: readonly FolderResult[], path: string): string {
  const reasons = Map.groupBy(
    results.flatMap(({ skipped }) => skipped),
    ({ reason }) => reason,
  );
  return [...reasons]
    .map(([reason, files]) => {
      const named = files
        .slice(0, filesNamed)
        .map(({ file }) => `    ${plain(relative(path, file)) || plain(file)}`);
      const more = files.length > filesNamed ? [`    … and ${files.length - filesNamed} more`] : [];
      return [`Left out, because ${plain(reason)}:`, ...named, ...more].join('\n');
    })
    .join('\n');
}

/** Lines to paste into the configuration for the feeds that it does not have. */
function feedLines(results: readonly FolderResult[]): string {
  const added = results.filter(({ feed, days }) => feed.isNew && days !== null);
  if (added.length === 0) return '';
  const entries = added.map(({ feed: { id, title, url } }) => ({
    id,
    title: plain(title).slice(0, 200),
    url: url ?? 'https://example.org/feed.xml',
    enabled: false,
  }));
  return `To name these feeds, paste this under “feeds:” in digest.yaml. To pull one of them too, set the address of its
feed and remove “enabled: false”:

${entryLines(entries)}`.trimEnd();
}

const dryRunLine = (dryRun: boolean) => (dryRun ? 'Nothing was written (--dry-run).' : '');
