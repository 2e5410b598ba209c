import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formatProblem, readConfig } from '../config/read.ts';
import type { Config } from '../config/schema.ts';
import { siteUrlOf } from '../config/site-url.ts';
import { type Parts, readParts } from './parts.ts';

/** The input of a build: where to read, where to write, and the address of the site. */
export interface Environment {
  config: Config;
  /** Absolute path of the content folder, with `items/`, `status/` and `volumes/`. */
  content: string;
  /** Absolute path of the folder that the site is written to. */
  out: string;
  /** Absolute path of the cache folder. */
  cache: string;
  /** Absolute, with a slash at its end. */
  siteUrl: string;
  /** Absolute path of the owner's own style sheet, null when there is none. */
  styles: string | null;
  /** The parts of the paper to build. */
  parts: Parts;
}

/**
 * Reads the environment: `BROADSHEET_CONFIG` (`digest.yaml`), `BROADSHEET_CONTENT` (`src/content`),
 * `BROADSHEET_OUT` (`dist`), `BROADSHEET_CACHE` (`.cache/astro`), `BROADSHEET_PARTS` (everything) and, for a
 * configuration without `site.url`, `BROADSHEET_SITE_URL` (`http://127.0.0.1:14817/`). Paths are relative to the
 * working directory. The owner's own styles are `styles.css` in `BROADSHEET_CUSTOM` (`custom`).
 * Throws when the configuration cannot be read; the message lists every problem.
 */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env): Environment {
  const file = env['BROADSHEET_CONFIG'] || 'digest.yaml';
  const read = readConfig(readFileSync(file, 'utf8'), file);
  if ('problems' in read) throw new Error(read.problems.map(formatProblem).join('\n'));
  return {
    config: read.config,
    content: resolve(env['BROADSHEET_CONTENT'] || 'src/content'),
    out: resolve(env['BROADSHEET_OUT'] || 'dist'),
    cache: resolve(env['BROADSHEET_CACHE'] || '.cache/astro'),
    styles: customStyles(env),
    siteUrl: siteUrlOf(read.config, env),
    parts: readParts(env['BROADSHEET_PARTS'] ?? ''),
  };
}

/** Absolute path of the owner's own style sheet, null when there is none. */
export function customStyles(env: NodeJS.ProcessEnv = process.env): string | null {
  const file = resolve(join(env['BROADSHEET_CUSTOM'] || 'custom', 'styles.css'));
  return existsSync(file) ? file : null;
}
