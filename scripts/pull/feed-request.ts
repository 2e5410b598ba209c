import type { Config, FeedConfig } from '../../src/config.ts';
import type { DocumentFacts } from '../../src/feed/item.ts';
import { type FetchOutcome, type FetchRequest, userAgent, type Validators } from './fetch-feed.ts';
import { listedFrom } from './guard.ts';

/**
 * How a feed is asked for, by the configuration. Without validators its whole document comes. `namedBy`: the address
 * of the page that names it, where the configuration does not.
 */
export function feedRequest(
  feed: FeedConfig,
  validators: Validators | null,
  config: Config,
  siteUrl: string,
  namedBy = feed.url,
): FetchRequest {
  return {
    feed: feed.id,
    url: feed.url,
    validators,
    userAgent: userAgent(siteUrl),
    deadlineMs: config.pull.timeoutSeconds * 1000,
    maxBytes: Math.round(config.pull.maxMegabytes * 1_000_000),
    allowPrivateHosts: listedFrom(namedBy, config.pull.allowPrivateHosts),
  };
}

/** What is known of a fetched document beside its bytes, by its answer and the configuration. */
export function documentFacts(
  feed: FeedConfig,
  fetched: Extract<FetchOutcome, { kind: 'document' }>,
): DocumentFacts {
  return {
    feed: feed.id,
    contentType: fetched.contentType,
    base: fetched.url,
    timeZone: feed.timeZone,
    language: feed.language,
  };
}
