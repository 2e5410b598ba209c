import { Parser } from 'htmlparser2';
import { ChunkReader, TooDeep } from './chunk-reader.ts';
import type { Chunk } from './chunk-writer.ts';
import { VOID } from './inline-html.ts';
import { repairMarkup } from './repair-markup.ts';
import type { Scope } from './scope.ts';

class FeedParser extends Parser {
  override isVoidElement(name: string): boolean {
    return VOID.has(name);
  }
}

/**
 * Reads one chunk of a document. `complete` is false for the last chunk of a document that is cut off: the field that
 * is open at its end is left out.
 */
export function readChunk(text: string, scope: Scope, complete: boolean): Chunk {
  const markup = repairMarkup(text);
  const reader = new ChunkReader(scope);
  const parser = new FeedParser(reader, { xmlMode: true });
  try {
    parser.write(markup.text);
    reader.end(complete);
    parser.end();
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    reader.giveUp();
  }
  return reader.out.finish(markup);
}
