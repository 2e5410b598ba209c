import type { Config } from './schema.ts';

/** The address of `npm run preview`, for a site that has no address yet. */
const localSiteUrl = 'http://127.0.0.1:14817/';

/**
 * The address that the site is published at, ending in a slash: the configured one, else the one that the host reports
 * (environment variable `BROADSHEET_SITE_URL`), else that of `npm run preview`.
 */
export function siteUrlOf(config: Config, env: Record<string, string | undefined>): string {
  const url = config.site.url ?? (env['BROADSHEET_SITE_URL'] || localSiteUrl);
  return url.endsWith('/') ? url : `${url}/`;
}
