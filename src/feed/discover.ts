import { Parser } from 'htmlparser2';
import { httpUrl } from '../text/url.ts';

/** Media types that web pages give in links to their feeds, best first. */
const FEED_TYPES = [
  'application/atom+xml',
  'application/rss+xml',
  'application/feed+json',
  'application/rdf+xml',
  'application/json',
  'application/xml',
  'text/xml',
];

interface Found {
  url: string;
  /** The lowest is the best. */
  rank: number;
}

/** How many feeds of one page are named. */
const MOST = 20;

/**
 * The feeds that a web page links to: absolute addresses, best first. `<link rel="alternate">` with the media type of a
 * feed comes before `<a>` whose address looks like that of a feed; within each kind, feeds of comments come last.
 */
export function discoverFeeds(html: string, base: string | null): string[] {
  const found: Found[] = [];
  let documentBase = base;
  const parser = new Parser({
    onopentag(name, attributes) {
      const href = attributes['href'];
      if (!href || found.length > 500) return;
      if (name === 'base') documentBase = httpUrl(href, base) ?? base;
      const rank = name === 'link' ? linkRank(attributes) : name === 'a' ? anchorRank(href) : null;
      const url = rank === null ? null : httpUrl(href, documentBase);
      if (url !== null && rank !== null)
        found.push({ url, rank: rank + (isForComments(url, attributes) ? 50 : 0) });
    },
  });
  // Only these tags are parsed, so the page may be nested to any depth.
  const tags = html.slice(0, 1_000_000).match(/<(?:link|a|base)\s[^<>]*>/gi) ?? [];
  parser.end(tags.join(''));
  const best = found.toSorted((a, b) => a.rank - b.rank).map(({ url }) => url);
  return [...new Set(best)].filter((url) => url !== base).slice(0, MOST);
}

function linkRank({ rel, type }: Readonly<Record<string, string>>): number | null {
  const relations = (rel ?? '').toLowerCase().split(/\s+/);
  if (relations.includes('feed')) return 0;
  const rank = FEED_TYPES.indexOf((type ?? '').toLowerCase().split(';')[0]?.trim() ?? '');
  return relations.includes('alternate') && rank >= 0 ? rank : null;
}

function anchorRank(href: string): number | null {
  return /(?:^|\/)(?:feed|rss|atom|index)(?:\.xml|\.rdf|\.rss|\/)?(?:$|\?)|\.(?:rss|atom|rdf)(?:$|\?)|\/feeds?\/|[?&]feed=/i.test(
    href,
  ) && !/(?:^|\/)index\/?(?:$|\?)/i.test(href)
    ? 100
    : null;
}

function isForComments(url: string, { title }: Readonly<Record<string, string>>): boolean {
  return /comment/i.test(url) || /comment|评论|評論/i.test(title ?? '');
}
