import type { Config } from '../../src/config.ts';

/** Where `astro preview` and our own preview show a site that has no address yet. */
export const localSiteUrl = 'http://localhost:4321/';

/** The address the site is published at: the configuration's, else the one the host reports, else this machine. */
export function siteUrlOf(config: Config, env: Record<string, string | undefined>): string {
  const url = config.site.url ?? (env['BROADSHEET_SITE_URL'] || localSiteUrl);
  return url.endsWith('/') ? url : `${url}/`;
}
