import { challengeMarkup, challengeTitle } from '../../src/extract/challenge-phrases.ts';

/**
 * What a body with status 200 is, by a look at its beginning: servers send error notices, robot checks and whole web
 * pages with the status that means "here is your feed". Pure.
 */

export type BodyKind = 'feed-like' | 'html' | 'challenge' | 'empty' | 'json-error' | 'unknown';

/** Bytes of a body that are looked at: a feed may begin with long comments or the warnings of a broken script. */
const glance = 64 * 1024;

/** Of a feed, or of another document that the reader of feeds names: a list of feeds, a map of a site. */
const feedRoot = /<(?:[a-z][\w.-]*:)?(?:rss|feed|rdf|channel|opml|urlset|sitemapindex)[\s>/]/i;
const htmlRoot = /<!doctype\s+html|<(?:html|head|body)[\s>]/i;
const jsonFeed = /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org|"items"\s*:\s*\[/;

/** A page that offers feeds or carries an article is not a robot check, whatever its title. */
const realPage = /type\s*=\s*["']?application\/(?:rss|atom|feed)\+|<article[\s>]/i;

/** What a body is; `contentType` counts only where the bytes do not tell. */
export function classifyBody(bytes: Uint8Array, contentType: string | null): BodyKind {
  const text = glanceAt(bytes);
  if (text === '') return bytes.length <= glance ? 'empty' : 'unknown';
  if (/^[[{]/.test(text)) return jsonFeed.test(text) ? 'feed-like' : 'json-error';
  const feedAt = text.search(feedRoot);
  const htmlAt = text.search(htmlRoot);
  if (feedAt >= 0 && (htmlAt < 0 || feedAt < htmlAt)) return 'feed-like';
  if (htmlAt < 0 && !/\bhtml\b/i.test(contentType ?? '')) return 'unknown';
  return isChallenge(text) ? 'challenge' : 'html';
}

function isChallenge(html: string): boolean {
  if (realPage.test(html)) return false;
  const title = /<title[^>]*>([^<]{0,300})/i.exec(html)?.[1] ?? '';
  return challengeTitle.test(title) || challengeMarkup.test(html);
}

/** The beginning as text, to find ASCII names and Chinese titles in: read as UTF-8, without the NULs of UTF-16. */
function glanceAt(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, glance));
  return head
    .toString('utf8')
    .replace(/\0/g, '')
    .replace(/^[\s\uFEFF\uFFFD]+/, '')
    .trimEnd();
}
