import type { Damage } from './damage.ts';
import { readProlog } from './prolog.ts';
import type { Chunk } from './repair/chunk-writer.ts';
import { expandOwnEntities } from './repair/own-entities.ts';
import { readChunk } from './repair/read-chunk.ts';
import { canonicalName, documentScope, type Scope } from './repair/scope.ts';
import { splitEntries } from './repair/split-entries.ts';
import { attributesXml, withoutIllegalCharacters } from './repair/write-xml.ts';

/** A document as canonical, well-formed XML in parts. Elements have the names of `vocabulary.ts`. */
export interface RepairedDocument {
  /** One `<channel>` element with the feed's own fields. */
  feed: string;
  /** One `<item>` element for each entry, in the document's order. */
  entries: string[];
  /** Format that the root element shows, or null when it is not that of a feed. */
  format: 'rss' | 'atom' | null;
  damage: Damage;
}

/**
 * Reads text that is meant as RSS or Atom, however broken, and writes it as XML that every parser accepts.
 * `base` is the document's address. Never throws.
 */
export function repair(text: string, base: string | null): RepairedDocument {
  const clean = withoutDoctype(withoutIllegalCharacters(text));
  const outer = documentScope(base);
  const { innermost } = readChunk(clean.slice(0, firstEntry(clean)), outer, true);
  const { head, entries, beyond } = splitEntries(clean, (prefix) => isCore(prefix, innermost));
  const feed = readChunk(head, outer, true);
  const isWhole = beyond > 0 || ROOT_END.test(clean.slice(-5000));
  const chunks = entries.map((entry, index) =>
    readChunk(entry, feed.innermost, isWhole || index < entries.length - 1),
  );
  const repaired = assemble(feed, chunks, outer, !isWhole);
  repaired.damage.lost += beyond;
  return repaired;
}

const ROOT_END = /<\/(?:[\w.-]+:)?(?:rss|feed|rdf|channel)\s*>|<(?:[\w.-]+:)?(?:rss|feed|rdf)[^<>]*\/>/i;

function assemble(feed: Chunk, chunks: Chunk[], outer: Scope, cut: boolean): RepairedDocument {
  const sound = chunks.filter((chunk) => chunk.damage === null && chunk.entry !== null);
  const best = Math.max(0, ...new Set(sound.map((chunk) => RANK[chunk.identity])));
  const isKept = (chunk: Chunk) =>
    chunk.entry !== null && (chunk.damage === null || RANK[chunk.identity] >= best);
  const fields = [feed, ...chunks].flatMap((chunk) => chunk.feedFields);
  const numbered = chunks.map((chunk, index) => ({ chunk, number: index + 1 }));
  const numbers = (wanted: (chunk: Chunk) => boolean) =>
    numbered.filter(({ chunk }) => wanted(chunk)).map(({ number }) => number);
  return {
    feed: `<channel${attributesXml({}, feed.innermost, outer)}>${fields.join('')}</channel>`,
    entries: chunks.flatMap((chunk) => (chunk.entry !== null && isKept(chunk) ? [chunk.entry] : [])),
    format: feed.format ?? (chunks.length > 0 ? 'rss' : null),
    damage: {
      partial: [
        ...(feed.damage === null ? [] : [0]),
        ...numbers((chunk) => chunk.damage !== null && isKept(chunk)),
      ],
      dropped: numbers((chunk) => !isKept(chunk)),
      lost: [feed, ...chunks].filter((chunk) => chunk.lostEntry).length,
      cut,
    },
  };
}

/**
 * How good an identity is; a higher rank is better. A damaged entry whose rank is below that of the undamaged ones is
 * dropped: it would be stored under a weaker identity, and again once the publisher has repaired the document.
 */
const RANK = { own: 2, link: 1, none: 0 } as const;

function firstEntry(text: string): number {
  const at = text.search(/<(?:[\w.-]+:)?(?:item|entry)[ \t\r\n/>]/i);
  return at < 0 ? text.length : at;
}

function isCore(prefix: string, scope: Scope): boolean {
  return canonicalName(prefix === '' ? 'item' : `${prefix}:item`, scope) === 'core:item';
}

/** Removes the document type declaration and expands the entities that it declares. */
function withoutDoctype(text: string): string {
  const { doctype } = readProlog(text);
  if (doctype === null) return text;
  const { start, end } = doctype;
  return expandOwnEntities(text.slice(0, start) + text.slice(end), text.slice(start, end));
}
