import type { clean as Clean } from '../../src/clean/pipeline.ts';
import type { Removal } from '../../src/clean/rule.ts';
import type { FeedDocument, Item } from '../../src/feed/item.ts';
import { readDocument } from '../../src/feed/read.ts';
import type { LoadedDocument } from './load-document.ts';

/** What `inspect` shows of a document: every item as it would be stored, and what cleaning removed from it. */
export interface Inspection extends Omit<FeedDocument, 'items'> {
  items: InspectedItem[];
}

export type InspectedItem = Item & { removed: Removal[] };

/** Reads one document through every stage; `raw` stops before cleaning. */
export async function inspectDocument(document: LoadedDocument, raw: boolean): Promise<Inspection> {
  const { bytes, contentType, base } = document;
  const read = await readDocument(bytes, { feed: 'inspected', contentType, base });
  if (raw) return { ...read, items: read.items.map((item) => ({ ...item, removed: [] })) };
  const { clean } = await import('../../src/clean/pipeline.ts');
  return { ...read, items: read.items.map((item) => cleaned(item, clean)) };
}

function cleaned(item: Item, clean: typeof Clean): InspectedItem {
  const context = {
    feed: 'inspected',
    title: item.title,
    base: item.base ?? item.link,
    publishedAt: item.publishedAt,
    language: item.language,
    options: {},
    learned: null,
  };
  const summary = item.summary === null ? null : clean(item.summary, context);
  const content = item.content === null ? null : clean(item.content, context);
  return {
    ...item,
    summary: summary?.html ?? null,
    content: content?.html ?? null,
    removed: (content ?? summary)?.removed ?? [],
  };
}
