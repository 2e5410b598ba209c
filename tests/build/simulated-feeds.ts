import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dice } from '../../scripts/bench/invented/dice.ts';

/**
 * Twelve feeds and what happens to them in thirty nights, for the simulated month: each is a list of entries and a rule
 * that says what its server answers on a night.
 */

export const hour = 3_600_000;
const day = 24 * hour;
/** The month begins here; run `n` of the month is in night `n`, 1 to 30. */
const start = Date.parse('2026-10-10T00:00:00Z');
export const nightAt = (night: number) => start + night * day + 3.72 * hour;

interface Entry {
  /** Unique in the month; part of every headline. */
  code: string;
  publishedAt: number;
}

interface SimulatedFeed {
  id: string;
  /** Hours between two entries. */
  every: number;
  /** The path on a night; another one than before is announced by a permanent redirect. */
  path?: (night: number) => string;
  /** The status on a night; 200 unless given. */
  status?: (night: number) => number;
  /** For how many days an entry is listed; 4 unless given. */
  listedFor?: (night: number) => number;
  /** By how much its clock is wrong, in milliseconds. */
  skew?: number;
  /** Whether it gives dates. */
  undated?: boolean;
  guid?: (code: string, night: number) => string;
  /** Entries beside the usual ones: how many on which night. */
  burst?: { night: number; entries: number };
  /** Whether a headline is edited on the second day of an entry. */
  edits?: boolean;
}

const between = (from: number, to: number) => (night: number) => night >= from && night <= to;

export const simulatedFeeds: readonly SimulatedFeed[] = [
  { id: 'coast', every: 5 },
  { id: 'hills', every: 7, status: (night) => (between(6, 9)(night) ? 503 : 200), listedFor: () => 6 },
  { id: 'harbour', every: 11, status: (night) => (between(10, 12)(night) ? 410 : 200), listedFor: () => 8 },
  { id: 'river', every: 6, path: (night) => (night < 8 ? '/river' : '/river/new') },
  { id: 'crowd', every: 12, burst: { night: 14, entries: 60 }, listedFor: () => 7 },
  { id: 'press', every: 6, edits: true },
  // Its publisher takes entries away early. What neither the feed nor a restored backup has is lost.
  { id: 'notice', every: 8, listedFor: (night) => (night < 24 ? 1.2 : 4) },
  {
    id: 'moors',
    every: 7,
    guid: (code, night) => `${night < 16 ? 'http' : 'https'}://moors.example/${code}`,
  },
  { id: 'future', every: 9, skew: 10 * hour },
  { id: 'timeless', every: 10, undated: true },
  { id: 'leaving', every: 9 },
  { id: 'oldname', every: 8 },
];

function entriesOf({ id, every, burst }: SimulatedFeed): Entry[] {
  const usual = Array.from({ length: Math.floor((30 * 24) / every) }, (_, index) => ({
    code: `${id.toUpperCase()}${index}X`,
    publishedAt: start + index * every * hour,
  }));
  const more = Array.from({ length: burst?.entries ?? 0 }, (_, index) => ({
    code: `${id.toUpperCase()}B${index}X`,
    publishedAt: nightAt(burst?.night ?? 0) - (index + 1) * 60_000,
  }));
  return [...usual, ...more].sort((a, b) => b.publishedAt - a.publishedAt);
}

const syllables = 'ba co di fu ga he jo ki lu ma ne po qua ri so ta ve wo xi yu zan dor mil tre pul'.split(
  ' ',
);

/** Words that no other entry has, so that no two of them tell one story. */
function ownWords(code: string, count: number): string {
  const own = dice(code);
  const word = () => Array.from({ length: 4 }, () => syllables[own.below(syllables.length)]).join('');
  return Array.from({ length: count }, word).join(' ');
}

function entryXml({ code, publishedAt }: Entry, feed: SimulatedFeed, night: number, now: number): string {
  const isEdited = feed.edits === true && Number(/\d+/.exec(code)?.[0]) % 3 === 0 && now - publishedAt > day;
  const guid = feed.guid?.(code, night) ?? code;
  const date =
    feed.undated === true
      ? ''
      : `<pubDate>${new Date(publishedAt + (feed.skew ?? 0)).toUTCString()}</pubDate>`;
  const body = `<p>${ownWords(`body ${code}`, 60)} END${code}.</p>`;
  return `<item><guid isPermaLink="false">${guid}</guid><title>${ownWords(code, 3)} ${code}${isEdited ? ', corrected' : ''}</title>
<link>https://${feed.id}.example/${code}</link>${date}<content:encoded><![CDATA[${body}]]></content:encoded></item>`;
}

/** The server of the month: set the night before each run, and read which entries feeds have been given. */
export function simulatedMonth() {
  const lists = new Map(simulatedFeeds.map((feed) => [feed.id, entriesOf(feed)]));
  const listedNow = (feed: SimulatedFeed) =>
    (lists.get(feed.id) ?? []).filter(
      ({ publishedAt }) =>
        publishedAt <= world.now && publishedAt > world.now - (feed.listedFor?.(world.night) ?? 4) * day,
    );
  const answer =
    (feed: SimulatedFeed, path: string) => (request: IncomingMessage, response: ServerResponse) => {
      const { night, now } = world;
      const status = feed.status?.(night) ?? 200;
      const current = feed.path?.(night) ?? `/${feed.id}`;
      if (status !== 200) return response.writeHead(status).end();
      if (path !== current) return response.writeHead(301, { location: current }).end();
      const listed = listedNow(feed);
      const xml = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${feed.id}</title>${listed.map((entry) => entryXml(entry, feed, night, now)).join('')}</channel></rss>`;
      const etag = `"${createHash('sha256').update(xml).digest('hex')}"`;
      for (const { code } of listed) world.served.add(code);
      if (request.headers['if-none-match'] === etag) return response.writeHead(304).end();
      return response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(xml);
    };
  const world = {
    night: 0,
    now: start,
    /** Codes of the entries that a server has listed to a pull. */
    served: new Set<string>(),
    handlers: Object.fromEntries(
      simulatedFeeds.flatMap((feed) =>
        [...new Set([`/${feed.id}`, feed.path?.(30) ?? `/${feed.id}`])].map((path) => [
          path,
          answer(feed, path),
        ]),
      ),
    ),
  };
  return world;
}
