import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { monthsWith } from '../archive.ts';
import { readEnvironment } from '../environment.ts';
import { readItems, readStates } from '../item-store.ts';
import { makePaper } from '../make-paper.ts';
import { writeSearchIndex } from './search-index.ts';

/** Builds the search index once the pages are written. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { config, content, siteUrl } = readEnvironment();
        const [{ items }, { states }] = await Promise.all([readItems(content), readStates(content)]);
        const paper = makePaper(items, states, config, siteUrl);
        try {
          await writeSearchIndex(paper, content, fileURLToPath(dir), monthsWith(paper.editions));
        } catch (error) {
          // The engine is a program for each kind of machine; where it does not run, all but the search is there.
          logger.warn(
            `the site is built without its search: ${error instanceof Error ? error.message : error}`,
          );
        }
      },
    },
  };
}
