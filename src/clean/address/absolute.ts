/** Longest address kept, in UTF-16 units. A longer one carries data. */
const longest = 4096;

/**
 * Resolves `raw` against `base` to an absolute http or https address in normal form, or returns null. The URL parser
 * rebuilds it, so white space, control characters and odd spellings of a scheme do not survive. Removes user names and
 * passwords.
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

/** The host of an address without `www.`, `m.` and the like, or null. */
export function siteOf(address: string | null): string | null {
  const url = address ? URL.parse(address) : null;
  return url ? url.hostname.replace(/^(?:www\d?|m|mobile|amp|wap)\./, '') : null;
}
