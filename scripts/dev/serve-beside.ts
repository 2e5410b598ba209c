import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import sirv from 'sirv';
import { copiesFolder, pictureFolder } from '../../src/store/picture-index.ts';
import { samplePaper } from '../demo/sample-paper.ts';

/**
 * Lets Astro's dev server answer with the files that a build copies beside the pages: own copies of pictures, and for
 * the sample its feeds and their pictures.
 */
export function serveBeside(content: string, sample: boolean): AstroIntegration {
  const copies = sirv(join(content, pictureFolder, copiesFolder), { dev: true });
  const ofSample = sirv(samplePaper.folder, { dev: true });
  const served = new RegExp(`^/(?:${samplePaper.served.join('|')})/`);
  return {
    name: 'serve-beside',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = request.url ?? '/';
          const copy = /\/\d{4}\/\d{2}\/pictures(\/[^/]+)$/.exec(path)?.[1];
          if (copy !== undefined) copies(Object.assign(request, { url: copy }), response, next);
          else if (sample && served.test(path)) ofSample(request, response, next);
          else next();
        });
      },
    },
  };
}
