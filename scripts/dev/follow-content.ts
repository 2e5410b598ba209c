import { relative } from 'node:path';
import type { AstroIntegration } from 'astro';

/** One save is several events; they are answered together when none has come for this many milliseconds. */
const quiet = 30;

/**
 * Makes Astro's dev server show the content folder as it is when a file in it changes, and restart when the list of
 * feeds changes. Both paths are absolute.
 */
export function followContent(config: string, content: string): AstroIntegration {
  return {
    name: 'follow-content',
    hooks: {
      'astro:config:setup': ({ addWatchFile }) => addWatchFile(config),
      'astro:server:setup': ({ server }) => {
        const environments = Object.values(server.environments);
        // `src/paper.ts` reads the folder once, when it is first evaluated: the reload makes it do so again. The other
        // event makes Astro forget which pages there are.
        const readAgain = () => {
          for (const { hot } of environments) {
            hot.send('astro:content-changed', {});
            hot.send({ type: 'full-reload' });
          }
        };
        // Astro writes styles into the page from a cache, which misses a change of a file that a style sheet imports.
        const renewStyles = () => {
          for (const { name, moduleGraph, hot } of environments) {
            if (name === 'client') continue;
            moduleGraph.invalidateAll();
            hot.send({ type: 'full-reload' });
          }
        };
        let timer: NodeJS.Timeout | undefined;
        server.watcher.add(content);
        server.watcher.on('all', (_event, file) => {
          if (file.endsWith('.css')) renewStyles();
          const path = relative(content, file);
          if (path.startsWith('..') || !/\.(?:md|json)$/.test(path)) return;
          clearTimeout(timer);
          timer = setTimeout(readAgain, quiet);
        });
      },
    },
  };
}
