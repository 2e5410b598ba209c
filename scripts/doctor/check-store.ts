import type { Config } from '../../src/config/schema.ts';
import { readFeedState } from '../store/feed-states.ts';
import type { Finding } from './finding.ts';

/**
 * What the states of the feeds say: which feeds the next run will ask, and which have failed. A failure is a worry only:
 * whether it lasts shows when the feed is asked.
 */
export async function checkStore(content: string, config: Config): Promise<Finding[]> {
  const fresh: string[] = [];
  let asked = 0;
  const findings = config.feeds.map(async (feed): Promise<Finding[]> => {
    if (!feed.enabled) return [{ mark: 'worry', words: `${feed.id} is off`, hint: null }];
    const { retired, failure, movedTo, lastSuccessAt } = await readFeedState(content, feed.id, feed.url);
    if (retired) {
      return [
        {
          mark: 'bad',
          words: `${feed.id} is closed by its publisher`,
          hint: 'find its new address, or set enabled: false',
        },
      ];
    }
    asked += 1;
    const moved: Finding[] =
      movedTo === null || movedTo === feed.url
        ? []
        : [{ mark: 'worry', words: `${feed.id} has moved`, hint: `set its url to ${movedTo}` }];
    if (failure) {
      const since = failure.since.slice(0, 10);
      const row =
        failure.count === 1 ? `failed once, on ${since}` : `has failed ${failure.count} times since ${since}`;
      return [
        { mark: 'worry', words: `${feed.id} ${row}: ${failure.message}`, hint: failure.hint },
        ...moved,
      ];
    }
    if (lastSuccessAt === null) fresh.push(feed.id);
    return moved;
  });
  const found = (await Promise.all(findings)).flat();
  const next: Finding = {
    mark: 'good',
    words: `the next run asks ${asked} of ${config.feeds.length} feeds`,
    hint: null,
  };
  if (fresh.length === 0) return [next, ...found];
  return [next, ...found, { mark: 'worry', words: `not pulled yet: ${fresh.sort().join(', ')}`, hint: null }];
}
