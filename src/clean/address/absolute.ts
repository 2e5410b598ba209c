/** Longest address kept, in UTF-16 units: longer ones carry data, not a place. */
const longest = 4096;

/**
 * `raw` as an absolute http(s) address in its normal form, read against `base`; null when there is none.
 * Rebuilt by the URL parser, so white space, control characters and odd spellings of a scheme do not survive;
 * names and passwords are left out.
 */
export function absoluteAddress(raw: string | undefined, base: string | null): string | null {
  const address = raw?.trim();
  if (!address || address.length > longest) return null;
  const url = URL.parse(address, base ?? undefined);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || !url.hostname) return null;
  if (url.username !== '') url.username = '';
  if (url.password !== '') url.password = '';
  return url.href;
}

/** The host without `www.`, `m.` and the like, or null. */
export function siteOf(address: string | null): string | null {
  const url = address ? URL.parse(address) : null;
  return url ? url.hostname.replace(/^(?:www\d?|m|mobile|amp|wap)\./, '') : null;
}
