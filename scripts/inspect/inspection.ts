import type { clean as Clean } from '../../src/clean/pipeline.ts';
import type { Removal, Rule } from '../../src/clean/rule.ts';
import type { FeedDocument, Item } from '../../src/feed/item.ts';
import { readDocument } from '../../src/feed/read.ts';
import type { LoadedDocument } from './load-document.ts';

/** What `inspect` shows of a document: every item as it would be stored, and what cleaning removed from it. */
export interface Inspection extends Omit<FeedDocument, 'items'> {
  items: InspectedItem[];
}

export type InspectedItem = Item & { removed: Removal[] };

/** Reads one document through every stage, `custom` rules included; `raw` stops before cleaning. */
export async function inspectDocument(
  document: LoadedDocument,
  raw: boolean,
  custom: readonly Rule[] = [],
): Promise<Inspection> {
  const { bytes, contentType, base } = document;
  const read = await readDocument(bytes, { feed: 'inspected', contentType, base });
  if (raw) return { ...read, items: read.items.map((item) => ({ ...item, removed: [] })) };
  const { clean } = await import('../../src/clean/pipeline.ts');
  return { ...read, items: read.items.map((item) => cleaned(item, clean, custom)) };
}

function cleaned(item: Item, clean: typeof Clean, custom: readonly Rule[]): InspectedItem {
  const context = {
    feed: 'inspected',
    title: item.title,
    base: item.base ?? item.link,
    publishedAt: item.publishedAt,
    language: item.language,
    options: {},
    learned: null,
  };
  const summary = item.summary === null ? null : clean(item.summary, context, custom);
  const content = item.content === null ? null : clean(item.content, context, custom);
  return {
    ...item,
    summary: summary?.html ?? null,
    content: content?.html ?? null,
    removed: (content ?? summary)?.removed ?? [],
  };
}
