import type { Config, FeedConfig } from '../../src/config/schema.ts';
import type { DocumentOrigin } from '../../src/feed/item.ts';
import type { Issue } from '../../src/issue.ts';
import { listedFrom, mayName } from './guard.ts';
import { userAgent, type Validators } from './headers.ts';

/** What only the host of a feed may see. */
interface FeedAccess {
  /** The configured address of the feed; its secrets may be used at its host alone. */
  home: string;
  /** Headers as configured, by their names. */
  headers: Readonly<Record<string, string>>;
}

/** One document to fetch. */
export interface FetchRequest {
  /** Id of the feed, for the issues. */
  feed: string;
  url: string;
  /** What the last answer that was stored came with, else null. */
  validators: Validators | null;
  /** Built with {@link userAgent}. */
  userAgent: string;
  /** Accept header; without it, the one for feeds. */
  accept?: string | undefined;
  /** For everything together: looking up, connecting, redirects, retries, body. */
  deadlineMs: number;
  /** Largest body, counted after unpacking. */
  maxBytes: number;
  /** Private hosts that may be asked: `host` or `host:port`. */
  allowPrivateHosts: string[];
  /** What only the host of the feed gets. */
  access?: FeedAccess | undefined;
  /** Proxy for this request, as configured; without it, those of the environment. */
  proxy?: string | undefined;
  /** Address of the page that shows what is asked for. */
  referer?: string | undefined;
}

/**
 * What came of a request. `freshForSeconds`: how long not to ask again, null when the server says nothing. `movedTo`: the
 * address to use from now on, when every redirect was permanent. Keep the validators only once the items are stored.
 */
export type FetchOutcome =
  | FetchedDocument
  | { kind: 'unchanged'; freshForSeconds: number | null; movedTo: string | null }
  | { kind: 'gone'; issue: Issue }
  | { kind: 'failed'; issue: Issue; retryAfterSeconds: number | null };

export interface FetchedDocument {
  kind: 'document';
  /** Unpacked. */
  bytes: Uint8Array;
  contentType: string | null;
  /** The address that gave it, after redirects. */
  url: string;
  validators: Validators;
  freshForSeconds: number | null;
  movedTo: string | null;
}

/**
 * The request for a feed, by the configuration. Without validators it asks for the whole document. `namedBy`: the
 * address of the page that names the feed, when the configuration does not.
 */
export function feedRequest(
  feed: FeedConfig,
  validators: Validators | null,
  config: Config,
  siteUrl: string,
  namedBy = feed.url,
): FetchRequest {
  const home = config.feeds.find(({ id }) => id === feed.id)?.url ?? feed.url;
  return {
    feed: feed.id,
    url: feed.url,
    validators,
    userAgent: userAgent(siteUrl),
    deadlineMs: config.pull.timeoutSeconds * 1000,
    maxBytes: Math.round(config.pull.maxMegabytes * 1_000_000),
    allowPrivateHosts: listedFrom(namedBy, config.pull.allowPrivateHosts),
    access: { home, headers: definedOf(feed.headers) },
    proxy: feed.proxy,
  };
}

function definedOf(headers: FeedConfig['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** What the answer and the configuration say of a fetched document. */
export function documentOrigin(feed: FeedConfig, fetched: FetchedDocument): DocumentOrigin {
  return {
    feed: feed.id,
    contentType: fetched.contentType,
    base: fetched.url,
    timeZone: feed.timeZone,
    language: feed.language,
    mayAsk: (address) => mayName(fetched.url, address),
  };
}
