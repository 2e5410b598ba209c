import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { z } from 'zod';
import { almanacOf, splitAtPress } from './digest/almanac.ts';
import { frontReach } from './digest/front-reach.ts';
import { volumeSchema } from './digest/volume.ts';
import { readEnvironment } from './paper/environment.ts';
import { neededItems } from './paper/parts.ts';
import { readItems, readPress, readStates, readVolumes } from './paper/read-content.ts';
import { feedStateSchema } from './store/feed-state.ts';
import { storedItemSchema } from './store/stored-item.ts';

/**
 * The collections of the paper, by the same schemas that the pull writes with. Front matter only: bodies would
 * fill the memory, so an article page reads its own when it renders.
 * A file that cannot be read is named in a warning and left out; it never stops the build.
 */

const { config, content, parts } = readEnvironment();

const itemsLoader: Loader = {
  name: 'items',
  async load({ store, logger }) {
    const days = almanacOf((await readVolumes(content)).volumes);
    const { printed } = splitAtPress(days, await readPress(content));
    const reading = neededItems(parts, days, frontReach(printed, config.site.feedItems));
    const { items, bad } = await readItems(content, reading);
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

const volumesLoader: Loader = {
  name: 'volumes',
  async load({ store, logger }) {
    const { volumes, bad } = await readVolumes(content);
    for (const { file, problem } of bad) logger.warn(`${file} is left out: ${problem}`);
    store.clear();
    for (const volume of volumes) store.set({ id: volume.month, data: volume });
  },
};

export const collections = {
  items: defineCollection({
    loader: itemsLoader,
    schema: storedItemSchema.extend({ day: z.iso.date(), name: z.string() }),
  }),
  status: defineCollection({ loader: statusLoader, schema: feedStateSchema }),
  volumes: defineCollection({ loader: volumesLoader, schema: volumeSchema }),
};
