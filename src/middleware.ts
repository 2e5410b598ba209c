import type { MiddlewareHandler } from 'astro';
import { basePath } from './digest/permalink.ts';
import { readEnvironment } from './paper/environment.ts';
import { hasPath } from './paper/parts.ts';

const { parts, siteUrl } = readEnvironment();
const base = basePath(siteUrl);

/** Gives pages outside the parts that are built an empty response, which Astro does not write. */
export const onRequest: MiddlewareHandler = ({ url }, next) =>
  hasPath(parts, url.pathname.slice(base.length)) ? next() : new Response(null);
