import type { Config } from './schema.ts';

/** The address of `npm run preview`, for a site that has no address yet. */
const localSiteUrl = 'http://127.0.0.1:14817/';

/**
 * The address that the site is published at, ending in a slash: the configured one, else the one that the host reports
 * (environment variable `BROADSHEET_SITE_URL`), else that of `npm run preview`.
 */
export function siteUrlOf(config: Config, env: Record<string, string | undefined>): string {
  return publishedUrl(config, env) ?? localSiteUrl;
}

/** The same, null where neither the configuration nor the host names one. */
export function publishedUrl(config: Config, env: Record<string, string | undefined>): string | null {
  const url = config.site.url ?? (env['BROADSHEET_SITE_URL'] || null);
  const shown = url === null ? null : withoutLogin(url);
  return shown === null || shown.endsWith('/') ? shown : `${shown}/`;
}

/** The address stands on every page: a name and a password before its host do not. */
function withoutLogin(address: string): string {
  const url = URL.parse(address);
  if (url === null || url.username + url.password === '') return address;
  url.username = '';
  url.password = '';
  return url.href;
}

/** What an owner hears whose newspaper has no address, where one is needed. */
export const noAddress = {
  message: 'the newspaper has no address, and every link in its feeds needs one',
  hint: `write it under site in digest.yaml, as url: https://paper.example/, or give it as BROADSHEET_SITE_URL (GitHub Pages does so by itself); to look at it on this machine only: BROADSHEET_SITE_URL=${localSiteUrl} npm run build:site && npm run preview`,
};
