import { Parser } from 'htmlparser2';
import { ChunkReader, TooDeep } from './chunk-reader.ts';
import { VOID } from './flatten.ts';
import { mend } from './mend.ts';
import type { Scope } from './scope.ts';

/** What one piece of a document holds. */
export interface Chunk {
  /** Canonical XML of the feed's own fields found here. */
  feedFields: string[];
  /** Canonical XML of the entry, or null when there is none. */
  entry: string | null;
  /** What identifies the entry: an id of its own, its link, or neither. */
  identity: 'own' | 'link' | 'none';
  format: 'rss' | 'atom' | null;
  /** Scope inside the innermost container of the feed. */
  innermost: Scope;
  /** `cut`: the document ends in the middle of it. `broken`: tags are missing or misspelt. `deep`: nested beyond reason. */
  damage: 'cut' | 'broken' | 'deep' | null;
  /** Whether it holds the rest of another entry, whose beginning is missing. */
  lostEntry: boolean;
}

class FeedParser extends Parser {
  override isVoidElement(name: string): boolean {
    return VOID.has(name);
  }
}

/**
 * Reads one piece of a document. `complete` is false for a piece that ends where a damaged document ends: the field
 * that is open there is cut off, and left out.
 */
export function readChunk(text: string, scope: Scope, complete: boolean): Chunk {
  const { text: mended, changed, lostEntry } = mend(text);
  const reader = new ChunkReader(scope);
  const parser = new FeedParser(reader, { xmlMode: true });
  try {
    parser.write(mended);
    reader.end(complete);
    parser.end();
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    reader.giveUp();
  }
  const chunk = reader.chunk(changed);
  return { ...chunk, lostEntry: lostEntry || chunk.lostEntry };
}
