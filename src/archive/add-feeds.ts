import { isMap, isNode, isScalar, isSeq, parseDocument, stringify, type YAMLSeq } from 'yaml';
import { canonicalLink } from '../text/url.ts';
import { feedIdFor } from './feed-id.ts';
import type { OpmlFeed } from './opml.ts';

/** A feed as it stands in `digest.yaml`. */
export interface FeedToAdd {
  id: string;
  title?: string;
  url: string;
  topics?: string[];
  language?: string;
  enabled?: boolean;
}

/**
 * The subscriptions that `digest.yaml` does not have yet (by address, whatever the scheme), each with an id of
 * its own and its folders as topics.
 */
export function newEntries(
  subscriptions: readonly OpmlFeed[],
  configured: readonly { id: string; url: string }[],
): FeedToAdd[] {
  const known = new Set(configured.map(({ url }) => canonicalLink(url)));
  const ids = new Set(configured.map(({ id }) => id));
  return subscriptions
    .filter(({ url }) => !known.has(canonicalLink(url)))
    .map((feed) => {
      const id = feedIdFor(feed.title ?? new URL(feed.url).hostname.replace(/^www\./, ''), ids);
      ids.add(id);
      const topics = topicsOf(feed.folders);
      return {
        id,
        ...(feed.title === null ? {} : { title: feed.title }),
        url: feed.url,
        ...(topics.length > 0 ? { topics } : {}),
        ...(feed.language && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(feed.language)
          ? { language: feed.language }
          : {}),
      };
    });
}

/** At most ten, in the letters that a topic may have. */
function topicsOf(folders: readonly string[]): string[] {
  const names = folders.map((folder) =>
    folder
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()
      .replace(/^\p{M}+/u, '')
      .slice(0, 40)
      .trim(),
  );
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 10);
}

/** Entries as lines to stand under `feeds:`, a blank line between them. */
export function entryLines(entries: readonly FeedToAdd[], indent = '  '): string {
  return entries
    .map((entry) => {
      const fields = Object.entries(entry).map(([name, value]) => `${name}: ${inline(value)}`);
      return fields.map((field, index) => `${indent}${index === 0 ? '- ' : '  '}${field}\n`).join('');
    })
    .join('\n');
}

function inline(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim();
}

/**
 * The text of a `digest.yaml` with entries added at the end of its feeds. All the rest stays byte for byte:
 * comments, blank lines, quotes; only a list written in brackets is written anew. A file without a list of feeds
 * gets one. Null when the text is not YAML with settings in it.
 */
export function addFeeds(text: string, entries: readonly FeedToAdd[]): string | null {
  if (!text.includes('\r\n')) return added(text, entries);
  return added(text.replaceAll('\r\n', '\n'), entries)?.replaceAll('\n', '\r\n') ?? null;
}

function added(text: string, entries: readonly FeedToAdd[]): string | null {
  const document = parseDocument(text);
  const { contents, errors } = document;
  if (errors.length > 0 || !(contents === null || isMap(contents))) return null;
  if (entries.length === 0) return text;
  const pair = contents?.items.find(({ key }) => isScalar(key) && key.value === 'feeds');
  if (!pair) return `${withLineEnd(text)}${text.trim() === '' ? '' : '\n'}feeds:\n${entryLines(entries)}`;
  const { key, value: feeds } = pair;
  if (isSeq(feeds) && feeds.items.length > 0) {
    if (!feeds.flow) return addedBehind(text, feeds, entries);
    document.set('feeds', document.createNode([...(feeds.toJSON() as unknown[]), ...entries]));
    return document.toString({ lineWidth: 0 });
  }
  const isNothing = feeds === null || isSeq(feeds) || (isScalar(feeds) && feeds.value === null);
  if (!isNothing || !isScalar(key) || !key.range) return null;
  const colon = text.indexOf(':', key.range[1]) + 1;
  const valueEnd = (isSeq(feeds) && feeds.range?.[1]) || colon;
  const lineEnd = endOfLine(text, valueEnd);
  return `${withLineEnd(text.slice(0, colon) + text.slice(valueEnd, lineEnd))}${entryLines(entries)}${text.slice(lineEnd)}`;
}

/** Puts the entries behind the last line of the last feed, indented and spaced as those before. */
function addedBehind(text: string, feeds: YAMLSeq, entries: readonly FeedToAdd[]): string {
  const ranges = feeds.items.map((item) => (isNode(item) ? item.range : null) ?? [0, text.length]);
  const [firstAt = 0] = ranges[0] ?? [];
  const [lastAt = 0, lastEnd = text.length] = ranges.at(-1) ?? [];
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', firstAt) + 1))?.[0] ?? '';
  const spaced = ranges.length < 2 || /\n[ \t]*\n/.test(text.slice(firstAt, lastAt));
  // The range of a feed may reach over the line breaks behind it.
  const trimmedEnd = text.slice(0, lastEnd).trimEnd().length;
  let lineEnd = endOfLine(text, trimmedEnd);
  // Remarks indented below the last feed belong to it.
  const remarks = new RegExp(`^(?:${indent}[ \\t]+#[^\\n]*(?:\\n|$))*`).exec(text.slice(lineEnd));
  lineEnd += remarks?.[0].length ?? 0;
  const lines = entryLines(entries, indent);
  const added = spaced ? `\n${lines}` : lines.replaceAll('\n\n', '\n');
  return withLineEnd(text.slice(0, lineEnd)) + added + text.slice(lineEnd);
}

/** Where the line after `at` begins. */
function endOfLine(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found + 1;
}

function withLineEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
