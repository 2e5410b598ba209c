import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { z } from 'zod';
import { feedStateSchema } from './digest/feed-state.ts';
import { storedItemSchema } from './digest/stored-item.ts';
import { readEnvironment } from './paper/environment.ts';
import { readItems, readStates } from './paper/item-store.ts';

/**
 * The collections of the paper, by the same schemas that the pull writes with. Front matter only: bodies would
 * fill the memory, so an article page reads its own when it renders.
 * A file that cannot be read is named in a warning and left out; it never stops the build.
 */

const { content } = readEnvironment();

const itemsLoader: Loader = {
  name: 'items',
  async load({ store, logger }) {
    const { items, bad } = await readItems(content);
    for (const { file, problem } of bad) logger.warn(`${file} is left out: ${problem}`);
    store.clear();
    for (const item of items) store.set({ id: item.name, data: { ...item } });
  },
};

const statusLoader: Loader = {
  name: 'status',
  async load({ store, logger }) {
    const { states, bad } = await readStates(content);
    for (const { file, problem } of bad) logger.warn(`${file} is left out: ${problem}`);
    store.clear();
    for (const state of states) store.set({ id: state.feed, data: state });
  },
};

export const collections = {
  items: defineCollection({
    loader: itemsLoader,
    schema: storedItemSchema.extend({ day: z.iso.date(), name: z.string() }),
  }),
  status: defineCollection({ loader: statusLoader, schema: feedStateSchema }),
};
