import { decode } from './decode.ts';
import type { DocumentFacts, FeedDocument } from './item.ts';
import { normalise } from './normalise.ts';
import { parse } from './parse.ts';
import { repair } from './repair.ts';

/** The bytes of one document as a feed. Never throws: what went wrong is in `issues`. */
export async function readDocument(bytes: Uint8Array, facts: DocumentFacts): Promise<FeedDocument> {
  const { text } = decode(bytes, facts.contentType);
  const repaired = repair(text, facts.base);
  const raw = await parse(repaired);
  const { feed, items } = normalise(raw, facts, repaired.format === 'atom');
  return { feed, items, issues: [], feedLinks: [] };
}
