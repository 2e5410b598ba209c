import { linkedFeeds } from '../../src/archive/linked-feeds.ts';
import type { PastedAddress } from '../../src/archive/pasted-address.ts';
import { decode } from '../../src/feed/decode.ts';
import type { FeedInfo, Item } from '../../src/feed/item.ts';
import { readDocument } from '../../src/feed/read.ts';
import { userAgent } from '../fetch/headers.ts';
import type { FetchOutcome, FetchRequest } from '../fetch/request.ts';

export interface FoundFeed {
  /** Its address, the new one if it has moved for good. */
  url: string;
  info: FeedInfo;
  items: Item[];
}

/** Why no feed was found, and what to do. */
export interface NotFound {
  problem: string;
  hint: string;
}

type Fetch = (url: string) => Promise<FetchOutcome>;

/** How many of the feeds that one page links to are tried. */
const mostLinked = 3;

/**
 * Tries the addresses one after the other, and the feeds that a page among them links to, until one gives a feed. A feed
 * without items counts only when no other is found.
 */
export async function findFeed(candidates: readonly string[], fetch: Fetch): Promise<FoundFeed | NotFound> {
  let failure: NotFound | null = null;
  let empty: FoundFeed | null = null;
  let answered = false;
  const waiting = candidates.map((url) => ({ url, mayLink: true }));
  const tried = new Set<string>();
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { url, mayLink } = next;
    if (tried.has(url)) continue;
    tried.add(url);
    const outcome = await fetch(url);
    // After a page that answered, the failures of guessed addresses say nothing.
    if (!answered && (outcome.kind === 'failed' || outcome.kind === 'gone'))
      failure ??= { problem: outcome.issue.message, hint: outcome.issue.hint };
    if (outcome.kind !== 'document') continue;
    answered = true;
    const { contentType, bytes } = outcome;
    const read = await readDocument(bytes, { feed: 'added', contentType, base: outcome.url });
    const found = { url: outcome.movedTo ?? url, info: read.feed, items: read.items };
    if (read.items.length > 0) return found;
    if (read.reading.format !== null) empty ??= found;
    if (!mayLink) continue;
    const linked = [...read.feedLinks, ...linkedFeeds(decode(bytes, contentType).text, outcome.url)];
    waiting.unshift(...linked.slice(0, mostLinked).map((link) => ({ url: link, mayLink: false })));
  }
  return empty ?? failure ?? nothing;
}

const nothing: NotFound = {
  problem: 'No feed was found there: the page links to none, and none lies where most sites have theirs.',
  hint: 'Look on the site for “RSS”, “feed” or “订阅”, and paste the address that it leads to.',
};

/** The addresses to try for what was pasted: for a site without feeds, its route at the owner's own RSSHub. */
export function candidatesOf(pasted: PastedAddress, ownHosts: readonly string[]): string[] {
  const { candidates, route } = pasted;
  if (route === null) return candidates;
  const hubs = ownHosts.map(
    (host) => `http://${host.replace(/^https?:\/\//, '').replace(/\/.*$/, '')}${route}`,
  );
  return [...candidates, ...hubs];
}

/** The request for an address that was pasted, or that stands for one. */
export function addedRequest(url: string, allowPrivateHosts: string[]): FetchRequest {
  const isDirectory = URL.parse(url)?.hostname === 'itunes.apple.com';
  return {
    ...{ feed: 'added', url, validators: null, userAgent: userAgent(null), allowPrivateHosts },
    ...{ deadlineMs: 30_000, maxBytes: 20_000_000 },
    accept: isDirectory ? 'application/json' : undefined,
  };
}
