import { isMap, isNode, isScalar, isSeq, parseDocument, stringify, type YAMLSeq } from 'yaml';
import { feedIdFor } from '../config/feed-id.ts';
import { languageTag } from '../config/schema/values.ts';
import { canonicalLink } from '../text/url.ts';
import type { OpmlFeed } from './opml.ts';

/** A feed as an entry of `feeds` in `digest.yaml`, its fields in the order in which they are written. */
export interface FeedToAdd {
  id: string;
  title?: string;
  url: string;
  topics?: string[];
  language?: string;
  enabled?: boolean;
}

/**
 * Entries for the subscriptions that `digest.yaml` does not have yet, each with a new id and with its folders as topics.
 * Addresses are compared without their scheme.
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
        ...(feed.language && languageTag.safeParse(feed.language).success ? { language: feed.language } : {}),
      };
    });
}

/** Folders as topics: at most ten, without the characters that a topic may not have. */
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

/** Entries as the lines of a YAML list, with a blank line between them. */
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
 * The text of a `digest.yaml` with entries added at the end of its feeds. Everything else stays the same to the byte,
 * including comments, blank lines and quotes, except that a file whose list is written in brackets is formatted again.
 * A file without a list of feeds gets one. Null when the text is not YAML with fields.
 */
export function addFeeds(text: string, entries: readonly FeedToAdd[]): string | null {
  if (!text.includes('\r\n')) return withEntries(text, entries);
  return withEntries(text.replaceAll('\r\n', '\n'), entries)?.replaceAll('\n', '\r\n') ?? null;
}

function withEntries(text: string, entries: readonly FeedToAdd[]): string | null {
  const document = parseDocument(text);
  const { contents, errors } = document;
  if (errors.length > 0 || !(contents === null || isMap(contents))) return null;
  if (entries.length === 0) return text;
  const pair = contents?.items.find(({ key }) => isScalar(key) && key.value === 'feeds');
  if (!pair) return `${withLineEnd(text)}${text.trim() === '' ? '' : '\n'}feeds:\n${entryLines(entries)}`;
  const { key, value: feeds } = pair;
  if (isSeq(feeds) && feeds.items.length > 0) {
    if (!feeds.flow) return withEntriesAtEnd(text, feeds, entries);
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

/** Adds the entries after the last feed, indented and spaced like the feeds before. */
function withEntriesAtEnd(text: string, feeds: YAMLSeq, entries: readonly FeedToAdd[]): string {
  const ranges = feeds.items.map((item) => (isNode(item) ? item.range : null) ?? [0, text.length]);
  const [firstAt = 0] = ranges[0] ?? [];
  const [lastAt = 0, lastEnd = text.length] = ranges.at(-1) ?? [];
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', firstAt) + 1))?.[0] ?? '';
  const spaced = ranges.length < 2 || /\n[ \t]*\n/.test(text.slice(firstAt, lastAt));
  // The range of a feed may include the line breaks after it.
  const trimmedEnd = text.slice(0, lastEnd).trimEnd().length;
  let lineEnd = endOfLine(text, trimmedEnd);
  // Comments that are indented below the last feed belong to it.
  const comments = new RegExp(`^(?:${indent}[ \\t]+#[^\\n]*(?:\\n|$))*`).exec(text.slice(lineEnd));
  lineEnd += comments?.[0].length ?? 0;
  const lines = entryLines(entries, indent);
  const added = spaced ? `\n${lines}` : lines.replaceAll('\n\n', '\n');
  return withLineEnd(text.slice(0, lineEnd)) + added + text.slice(lineEnd);
}

/** Offset of the line after the one at `at`. */
function endOfLine(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found + 1;
}

/** A text that ends in a line break, unless it is empty. */
function withLineEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
