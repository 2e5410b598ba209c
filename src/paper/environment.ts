import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatProblem, readConfig } from '../config/read.ts';
import type { Config } from '../config/schema.ts';
import { siteUrlOf } from '../config/site-url.ts';
import { type Parts, readParts } from './parts.ts';

/** What a build is told from outside: where to read, where to write, under which address the site will live. */
export interface Environment {
  config: Config;
  /** Absolute path of the content folder, with `items/`, `status/` and `volumes/`. */
  content: string;
  /** Absolute path of the folder that the site is written to. */
  out: string;
  /** Absolute path of the folder for what a build remembers. */
  cache: string;
  /** Absolute, with a slash at its end. */
  siteUrl: string;
  /** What of the paper is built. */
  parts: Parts;
}

/**
 * Reads the environment: `BROADSHEET_CONFIG` (`digest.yaml`), `BROADSHEET_CONTENT` (`src/content`),
 * `BROADSHEET_OUT` (`dist`), `BROADSHEET_CACHE` (`.cache/astro`), `BROADSHEET_PARTS` (everything) and, for a
 * configuration without `site.url`, `BROADSHEET_SITE_URL` (`http://127.0.0.1:14817/`). Paths are relative to the
 * working directory.
 * Throws, with every problem of the configuration named, when it cannot be read.
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
    siteUrl: siteUrlOf(read.config, env),
    parts: readParts(env['BROADSHEET_PARTS'] ?? ''),
  };
}
