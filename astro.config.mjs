import { defineConfig } from 'astro/config';
import { basePath } from './src/digest/permalink.ts';
import { readEnvironment } from './src/paper/environment.ts';

const { siteUrl, out, cache } = readEnvironment();

export default defineConfig({
  site: siteUrl,
  base: basePath(siteUrl),
  outDir: out,
  cacheDir: cache,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  compressHTML: 'jsx',
  // No Markdown is rendered, and the highlighter's inline styles would not pass the policy below.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  // Scripts are files of their own: kept by the browser, and never in the way of the text.
  vite: { build: { assetsInlineLimit: 0 } },
  // A page may load only its own files, and pictures and sound from anywhere that articles name.
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' https: http:",
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
