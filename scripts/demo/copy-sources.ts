import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { samplePaper } from './sample-paper.ts';

/** Copies the sample's feeds and pictures into its site: their addresses are on the site's own host. */
export async function copySources(): Promise<void> {
  for (const name of samplePaper.served)
    await cp(join(samplePaper.folder, name), join(samplePaper.out, name), {
      recursive: true,
      filter: (file) => basename(file) !== 'source',
    });
}
