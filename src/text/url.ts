const LONGEST = 8192;

/**
 * Normalises an address by the URL standard. Null unless it is http or https, has a host and at most 8,192
 * characters. Removes user name and password. `base` makes a relative address absolute.
 */
export function httpUrl(address: string | null | undefined, base?: string | null): string | null {
  const text = address?.trim();
  if (!text || text.length > LONGEST) return null;
  const url = URL.parse(text) ?? (base ? URL.parse(text, base) : null);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '') return null;
  url.username = '';
  url.password = '';
  return url.href.length > LONGEST ? null : url.href;
}

/** Longest base address, in characters: every address resolved against it repeats it. */
const LONGEST_BASE = 500;

/** An address as a base for relative ones: without its query if it is too long, null if it is too long even then. */
export function baseAddress(address: string | null): string | null {
  if (address === null || address.length <= LONGEST_BASE) return address;
  const [path = ''] = address.split(/[?#]/, 1);
  return path.length <= LONGEST_BASE ? path : null;
}

/** Query parameters that only track where a reader comes from. A prefix ends in `*`. */
const TRACKING = [
  'utm_*',
  'at_*',
  'mc_*',
  'fbclid',
  'gclid',
  'dclid',
  'msclkid',
  'yclid',
  'igshid',
  'spm',
  'maca',
  'xtor',
  'ns_campaign',
  'ns_mchannel',
  'ns_source',
  'ns_linkname',
];

/**
 * A key that is the same for two links to one page: without scheme, `www.`, default port, tracking parameters and
 * trailing slash, and with sorted parameters. Keeps the fragment, by which some pages distinguish entries. For
 * comparing only: the key is no address. Null for anything but an http or https address.
 */
export function canonicalLink(address: string | null): string | null {
  const href = httpUrl(address);
  if (!href) return null;
  const url = new URL(href);
  const query = new URLSearchParams([...url.searchParams].filter(([name]) => !isTracking(name)));
  query.sort();
  const search = query.size > 0 ? `?${query}` : '';
  const fragment = /^#(?:xtor|utm_|:~:)|^#?$/.test(url.hash) ? '' : url.hash;
  return url.host.replace(/^www\./, '') + url.pathname.replace(/\/+$/, '') + search + fragment;
}

function isTracking(parameter: string): boolean {
  const name = parameter.toLowerCase();
  return TRACKING.some((known) =>
    known.endsWith('*') ? name.startsWith(known.slice(0, -1)) : name === known,
  );
}
