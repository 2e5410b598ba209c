import { entryLines, type FeedToAdd } from '../../src/archive/add-feeds.ts';
import type { PastedAddress } from '../../src/archive/pasted-address.ts';
import { oneLine } from '../../src/text/one-line.ts';
import { plain } from '../terminal/plain.ts';
import type { FoundFeed, NotFound } from './find-feed.ts';

const headlinesShown = 5;

/** What was found: the name and address of the feed, and its newest headlines. */
export function foundWords({ url, info, items }: FoundFeed): string {
  const newest = items
    .toSorted((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? 1 : -1))
    .slice(0, headlinesShown)
    .map(
      ({ publishedAt, title }) =>
        `  ${(publishedAt ?? '').slice(0, 10).padEnd(10)}  ${plain(oneLine(title))}`,
    );
  return [
    `${plain(oneLine(info.title ?? 'A feed without a title'))}  ${plain(url)}`,
    ...(newest.length > 0 ? newest : ['  It has no items at the moment.']),
  ].join('\n');
}

export function addedWords(entries: readonly FeedToAdd[], file: string, dryRun: boolean): string {
  if (entries.length === 0) return `It is in ${file} already.`;
  const head = dryRun ? `Would be added to ${file} (--dry-run):` : `Added to ${file}:`;
  const next = dryRun ? [] : ['', 'npm run pull fetches it; on GitHub, commit and push the file.'];
  return [head, '', entryLines(entries).trimEnd(), ...next].join('\n');
}

/** Why there is nothing to add, and the honest next step. */
export function nothingWords(
  { advice, route }: PastedAddress,
  { problem, hint }: NotFound | { problem: null; hint: null },
): string {
  const lines = [
    ...(advice === null ? [] : [advice]),
    ...(problem === null ? [] : [plain(problem), `    → ${plain(hint)}`]),
  ];
  if (route === null) return lines.join('\n');
  return [
    ...lines,
    '',
    'RSSHub makes a feed of it, on a machine of your own (https://docs.rsshub.app/deploy/). When it runs, add to your list:',
    '',
    'pull:',
    "  allowPrivateHosts: ['127.0.0.1:1200']",
    '',
    `and as the url of the feed: http://127.0.0.1:1200${route}`,
    'Some routes need a login of yours; the documentation of RSSHub says which.',
  ].join('\n');
}
