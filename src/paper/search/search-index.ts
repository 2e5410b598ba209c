import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { monthOf } from '../../digest/day.ts';
import { shownBody } from '../../digest/republish.ts';
import type { PlacedItem } from '../../store/stored-item.ts';
import type { Paper } from '../make-paper.ts';
import { sourceName } from '../sources.ts';
import { searchText } from './search-text.ts';
import { indexLanguage, spaced } from './words.ts';

/**
 * The search indexes, written beside the pages. Each month has its indexes in its own folder, so that a month built
 * long ago keeps them. One more index, beside the engine, holds sources and topics.
 */

/** Files of Pagefind that no page requests: its user interfaces, and a second engine for each month. */
const interfaces = [
  'component-ui.css',
  'component-ui.js',
  'highlight.js',
  'modular-ui.css',
  'modular-ui.js',
  'ui.css',
  'ui.js',
].map((name) => `pagefind-${name}`);
const engine = ['pagefind.js', 'pagefind-worker.js', 'wasm.unknown.pagefind'];

/**
 * An index with more articles than this puts several into one file, so that a large archive is not full of tiny
 * files.
 */
const FILES = 100;

/** The folder, below the site, of the engine with the index of the paper (`front`) or of the indexes of a month
 * (`YYYY-MM`). */
export function searchFolder({ links }: Paper, part: string): string {
  return (part === 'front' ? links.searchEngine : links.searchIndexes(part)).slice(links.home.length);
}

/** Writes the engine, and the index of the sources and topics, into `folder`. */
export async function writePaperIndex({ links, sources, topics }: Paper, folder: string): Promise<void> {
  const pages = [
    ...[...sources.values()].map(({ id, name }) => ({ title: name, url: links.source(id) })),
    ...topics.all.map((topic) => ({ title: topics.name(topic), url: links.topic(topic) })),
  ];
  await writeIndex(folder, interfaces, async (index) => {
    for (const { title, url } of pages)
      await add(index, { url, content: spaced(title), language: indexLanguage, meta: { title } });
  });
}

/** Writes an index with these records into `folder`. */
export async function writeShard(records: readonly SearchRecord[], folder: string): Promise<void> {
  await writeIndex(folder, [...interfaces, ...engine], async (index) => {
    for (const one of records) await add(index, one);
  });
}

/** Stops the process that makes indexes. */
export const endIndexing = close;

/** The record of a page in an index. */
export type SearchRecord = Parameters<PagefindIndex['addCustomRecord']>[0];

/** The record of an article: what is searched, and what results show. */
export function searchRecord(
  { config, links, sources, topics }: Paper,
  item: PlacedItem,
  body: string,
): SearchRecord {
  return {
    url: links.item(item),
    content: searchText(item.title, shownBody(item, body, config).html, item.language),
    language: indexLanguage,
    meta: {
      title: item.title,
      source: sourceName(sources, item.feed),
      day: item.day,
      language: item.language ?? '',
    },
    filters: { source: [item.feed], topic: topics.of(item.feed), month: [monthOf(item.day)] },
    sort: { day: item.day.replaceAll('-', '') },
  };
}

async function add(index: PagefindIndex, one: SearchRecord): Promise<void> {
  const { errors } = await index.addCustomRecord(one);
  if (errors.length > 0) throw new Error(`${one.url} cannot be indexed: ${errors.join('; ')}`);
}

async function writeIndex(
  folder: string,
  unwanted: string[],
  fill: (index: PagefindIndex) => Promise<void>,
): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: indexLanguage, maxFragments: FILES });
  if (index === undefined) throw new Error(errors.join('; '));
  await fill(index);
  const written = await index.writeFiles({ outputPath: folder });
  await index.deleteIndex();
  if (written.errors.length > 0) throw new Error(written.errors.join('; '));
  await Promise.all(unwanted.map((name) => rm(join(folder, name), { force: true })));
}
