import { type Chunk, readChunk } from './chunk.ts';
import type { Damage } from './damage.ts';
import { canonicalName, documentScope, type Scope } from './scope.ts';
import { segment } from './segment.ts';

/** A document as canonical, well-formed XML in pieces: elements named as in `vocabulary.ts`. */
export interface RepairedDocument {
  /** One `<channel>` element with the feed's own fields. */
  feed: string;
  /** One `<item>` element an entry, in the document's order. */
  entries: string[];
  /** What the root element said: null when it is not that of a feed. */
  format: 'rss' | 'atom' | null;
  damage: Damage[];
}

/**
 * Reads text that was meant as RSS or Atom, however broken, and writes it as XML that no parser trips over.
 * Never throws. Entities declared by the document are not expanded.
 */
export function repair(text: string, base: string | null): RepairedDocument {
  const clean = withoutDoctype(withoutIllegalCharacters(text));
  const preview = readChunk(clean.slice(0, firstEntry(clean)), documentScope(base), 'feed');
  const { head, entries } = segment(clean, (prefix) => isCore(prefix, preview.innermost));
  const feed = head.length === preview.length ? preview : readChunk(head, documentScope(base), 'feed');
  const chunks = entries.map((entry) => readChunk(entry, feed.innermost, 'entry'));
  return assemble(feed, chunks);
}

function assemble(feed: Chunk, chunks: Chunk[]): RepairedDocument {
  const last = chunks.at(-1);
  const damage: Damage[] = chunks.flatMap((chunk, index) =>
    chunk.damage ? [{ ...chunk.damage, entry: index + 1 }] : [],
  );
  const { base, lang } = feed.innermost;
  const fields = [feed, ...chunks].flatMap((chunk) => chunk.feedFields);
  return {
    feed: `<channel${scopeAttributes(base, lang)}>${fields.join('')}</channel>`,
    entries: chunks.flatMap((chunk) => (chunk.entry === null ? [] : [chunk.entry])),
    format: feed.format ?? last?.format ?? (chunks.length > 0 ? 'rss' : null),
    damage,
  };
}

function scopeAttributes(base: string | null, lang: string | null): string {
  return (
    (base ? ` base="${base.replaceAll('&', '&amp;')}"` : '') +
    (lang ? ` lang="${lang.replaceAll('&', '&amp;')}"` : '')
  );
}

function firstEntry(text: string): number {
  const at = text.search(/<(?:[\w.-]+:)?(?:item|entry)[\s/>]/i);
  return at < 0 ? text.length : at;
}

function isCore(prefix: string, scope: Scope): boolean {
  return canonicalName(prefix === '' ? 'item' : `${prefix}:item`, scope) === 'core:item';
}

function withoutIllegalCharacters(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

/** Takes out the document type declaration with all its entities: named ones come from HTML's table alone. */
function withoutDoctype(text: string): string {
  const start = text.slice(0, 10_000).search(/<!DOCTYPE/i);
  if (start < 0) return text;
  const bracket = text.indexOf('[', start);
  const plainEnd = text.indexOf('>', start);
  if (plainEnd < 0) return text;
  if (bracket < 0 || bracket > plainEnd) return text.slice(0, start) + text.slice(plainEnd + 1);
  const subset = /\]\s*>/g;
  subset.lastIndex = bracket;
  const end = subset.exec(text);
  return text.slice(0, start) + text.slice(end ? end.index + end[0].length : plainEnd + 1);
}
