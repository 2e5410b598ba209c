import type { Config } from './schema.ts';

/** Where `npm run preview` shows a site that has no address yet. */
const localSiteUrl = 'http://127.0.0.1:14817/';

/**
 * The address the site is published at, with a slash at its end: the configuration's, else the one that the host
 * reports (`BROADSHEET_SITE_URL`), else this machine.
 */
export function siteUrlOf(config: Config, env: Record<string, string | undefined>): string {
  const url = config.site.url ?? (env['BROADSHEET_SITE_URL'] || localSiteUrl);
  return url.endsWith('/') ? url : `${url}/`;
}
