import type { MiddlewareHandler } from 'astro';
import { basePath } from './digest/permalink.ts';
import { readEnvironment } from './paper/environment.ts';
import { hasPath } from './paper/parts.ts';

const { parts, siteUrl } = readEnvironment();
const base = basePath(siteUrl);

/** Leaves out what is not of the parts that are built: a page without a body is not written. */
export const onRequest: MiddlewareHandler = ({ url }, next) =>
  hasPath(parts, url.pathname.slice(base.length)) ? next() : new Response(null);
