import { type Config, isPulled } from '../../src/config/schema.ts';
import type { ForgetResult } from './forget-feeds.ts';

/** What was removed, and what the owner does next. */
export function forgetReport(
  { feeds }: Extract<ForgetResult, { kind: 'done' }>,
  config: Config,
  dryRun: boolean,
): string {
  const lines = feeds.map(({ feed, items, days }) => {
    const articles = `${items} ${items === 1 ? 'article' : 'articles'}`;
    const span = days === null ? '' : days[0] === days[1] ? ` of ${days[0]}` : ` of ${days[0]} to ${days[1]}`;
    return `${feed}: ${articles}${span} ${dryRun ? 'would be removed' : 'removed'}, with ${items === 1 ? 'its page' : 'their pages'} and feed entries`;
  });
  if (dryRun) return [...lines, 'Nothing was removed (--dry-run).'].join('\n');
  const ids = new Set(feeds.map(({ feed }) => feed));
  const pulled = config.feeds.filter((feed) => ids.has(feed.id) && isPulled(feed)).map(({ id }) => id);
  const stillPulled =
    pulled.length === 0
      ? []
      : [
          `${pulled.join(', ')} ${pulled.length === 1 ? 'is' : 'are'} still pulled: new articles will come. To stop that, take ${pulled.length === 1 ? 'it' : 'them'} out of digest.yaml, or write “retire: true”.`,
        ];
  const next =
    'Commit and push src/content; the next build takes the pages and entries away (npm run build:site builds here).';
  return [...lines, ...stillPulled, next].join('\n');
}

/** That nothing is stored of a feed, and which feeds there are. */
export function unknownFeeds({ feeds, stored }: Extract<ForgetResult, { kind: 'unknown' }>): string {
  const known = stored.length === 0 ? 'nothing is stored of any feed' : `stored are: ${stored.join(', ')}`;
  return `Nothing is stored of ${feeds.join(', ')}, and nothing was removed (${known}).`;
}
