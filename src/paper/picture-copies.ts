import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { PictureCopy } from '../clean/picture-policy.ts';
import { withFormerFeeds } from '../digest/former-feeds.ts';
import { permalinks } from '../digest/permalink.ts';
import { type CopiesByMonth, pictureSettings } from '../digest/shown-pictures.ts';
import {
  copiesFolder,
  monthOfIndex,
  type PictureIndex,
  parseIndex,
  pictureFolder,
} from '../store/picture-index.ts';
import type { Environment } from './environment.ts';
import { readStates } from './read-content.ts';

/** Own copies of pictures, as a build finds them. A picture without a copy is loaded from its original. */

/** What is needed to find copies. */
type CopyStore = Pick<Environment, 'config' | 'content' | 'siteUrl'>;

/**
 * The copies that pages and feeds may show, with their addresses on the site; none unless the configuration uses
 * copies.
 */
export async function readCopies(store: CopyStore): Promise<CopiesByMonth> {
  const { absolute, picture } = permalinks(store.siteUrl);
  const copy = (month: string, { file, width, height }: PictureIndex[string]): PictureCopy => ({
    ...{ src: absolute(picture(month, file)), width, height },
  });
  const indexes = await readIndexes(store);
  return new Map(
    indexes.map(({ month, index }) => [
      month,
      new Map(Object.entries(index).map(([address, stored]) => [address, copy(month, stored)])),
    ]),
  );
}

/** Copies the pictures of each month that was built into its folder. */
export function pictureCopies(store: CopyStore): AstroIntegration {
  return {
    name: 'picture-copies',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const copies = join(store.content, pictureFolder, copiesFolder);
        const built = fileURLToPath(dir);
        for (const { month, index } of await readIndexes(store)) {
          const folder = join(built, ...month.split('-'));
          if ((await list(folder)).length > 0) await copyAll(index, copies, join(folder, 'pictures'));
        }
      },
    },
  };
}

async function copyAll(index: PictureIndex, from: string, to: string): Promise<void> {
  const files = [...new Set(Object.values(index).map(({ file }) => file))];
  if (files.length > 0) await mkdir(to, { recursive: true });
  for (const file of files) await copyFile(join(from, file), join(to, file));
}

/** The index of each month, without the copies whose files are missing. */
async function readIndexes({ config, content }: CopyStore) {
  const { states } = await readStates(content);
  if (!pictureSettings(withFormerFeeds(config, states)).has('local')) return [];
  const pictures = join(content, pictureFolder);
  const files = new Set(await list(join(pictures, copiesFolder)));
  const months = (await list(pictures)).flatMap((name) => monthOfIndex(name) ?? []);
  return Promise.all(
    months.sort().map(async (month) => {
      const all = parseIndex(await readFile(join(pictures, `${month}.json`), 'utf8'));
      const index = Object.fromEntries(Object.entries(all).filter(([, { file }]) => files.has(file)));
      return { month, index };
    }),
  );
}

/** The names in a folder; none when the folder does not exist. */
async function list(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}
