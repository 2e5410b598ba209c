import { defineConfig } from 'astro/config';
import { basePath } from './src/digest/permalink.ts';
import { addStyles } from './src/paper/add-styles.ts';
import { readEnvironment } from './src/paper/environment.ts';
import { pictureCopies } from './src/paper/picture-copies.ts';
import { pictureSources } from './src/paper/picture-sources.ts';

const environment = readEnvironment();
const { config, siteUrl, out, cache } = environment;

export default defineConfig({
  site: siteUrl,
  base: basePath(siteUrl),
  outDir: out,
  cacheDir: cache,
  trailingSlash: 'always',
  // Some pages at once: while one is written, the next is made.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 4 },
  integrations: [pictureCopies(environment)],
  compressHTML: 'jsx',
  // No Markdown is rendered, and the highlighter's inline styles would not pass the policy below.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  // Scripts are files of their own: kept by the browser, and never in the way of the text.
  vite: { build: { assetsInlineLimit: 0 }, plugins: [addStyles(environment.styles)] },
  // A page may load only its own files, and pictures from where the configuration has them come
  // from, and sound from anywhere that articles name.
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        `img-src ${pictureSources(config)}`,
        "media-src 'self' https: http:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
    },
  },
});
