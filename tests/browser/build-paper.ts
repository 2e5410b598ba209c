import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from '../../scripts/build/build-site.ts';
import { loadConfig } from '../../scripts/config/load-config.ts';
import { serveFolders } from '../../scripts/demo/serve-folder.ts';
import { formatItemFile } from '../../src/store/item-file.ts';
import { dayFolder } from '../../src/store/item-path.ts';
import type { PlacedItem } from '../../src/store/stored-item.ts';

/** A paper for one test, built and served. */
export interface ServedPaper {
  /** Address of the front page, with the base path. */
  address: string;
  /** Folder of the built site. */
  out: string;
  close: () => Promise<void>;
}

export interface PaperParts {
  /** Text of `digest.yaml`; the address of the site is added. */
  config: string;
  items: { item: PlacedItem; body: string }[];
  /** Base path of the site. */
  base?: string;
  /** Runs between storing the items and building. */
  beforeBuild?: (content: string) => Promise<void>;
}

/** Builds a paper with the ordinary commands' steps and serves it on loopback under its base path. */
export async function buildPaper({
  config,
  items,
  base = '/',
  beforeBuild,
}: PaperParts): Promise<ServedPaper> {
  const folder = await mkdtemp(join(tmpdir(), 'paper-'));
  const content = join(folder, 'content');
  const out = join(folder, 'served', base);
  await mkdir(join(content, 'items'), { recursive: true });
  for (const { item, body } of items) {
    const { day, name, ...stored } = item;
    await mkdir(join(content, 'items', dayFolder(day)), { recursive: true });
    await writeFile(join(content, 'items', dayFolder(day), `${name}.md`), formatItemFile(stored, body));
  }
  await beforeBuild?.(content);
  const file = join(folder, 'digest.yaml');
  await writeFile(file, config);
  process.env['BROADSHEET_SITE_URL'] = `http://127.0.0.1:14817${base}`;
  const loaded = await loadConfig(file);
  if (loaded.config === null) throw new Error(loaded.problems);
  const { failure } = await buildSite({ config: file, content, out }, loaded.config);
  if (failure !== null) throw new Error(failure);
  const server = await serveFolders([join(folder, 'served')], 0);
  if (server === null) throw new Error('no free port');
  return {
    address: `http://127.0.0.1:${server.port}${base}`,
    out,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}
