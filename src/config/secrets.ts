import type { Config, FeedConfig } from './schema.ts';
import { secretNames } from './secret-name.ts';

/**
 * Secrets in `digest.yaml`: `${NAME}` stands for a value that only the environment of a pull knows. The configuration
 * keeps the name everywhere; `scripts/fetch` puts the value in when it sends a request.
 */

type Access = Pick<FeedConfig, 'url' | 'headers'>;

/** Whether a feed is for its owner alone: its address or headers hold a secret, or it is asked with a login. */
export function isPrivateFeed({ url, headers }: Access): boolean {
  const hasLogin = headers.Authorization !== undefined || headers.Cookie !== undefined;
  return hasLogin || secretNames(textsOf({ url, headers })).length > 0;
}

/** The names of all secrets that the feeds of a paper need, sorted. */
export function secretsOf({ feeds }: Pick<Config, 'feeds'>): string[] {
  return secretNames(feeds.flatMap((feed) => [...textsOf(feed), feed.proxy ?? '']));
}

function textsOf({ url, headers }: Access): string[] {
  return [url, ...Object.values(headers).filter((value) => value !== undefined)];
}
