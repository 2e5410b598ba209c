const LONGEST = 8192;

/**
 * An address rebuilt by the URL standard, or null when it is none that a reader may be sent to: only http and
 * https, without user name and password, at most 8,192 characters. `base` makes a relative address absolute.
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

/** No address that relative ones are read against is longer, in characters: each of them would repeat it. */
const LONGEST_BASE = 500;

/** An address as one that relative addresses are read against: without its query where it is too long, else null. */
export function baseAddress(address: string | null): string | null {
  if (address === null || address.length <= LONGEST_BASE) return address;
  const [path = ''] = address.split(/[?#]/, 1);
  return path.length <= LONGEST_BASE ? path : null;
}

/** Query parameters that only say where a reader came from. Prefixes end in `*`. */
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
 * What two links to one page have in common: without scheme, `www.`, default port, tracking parameters and trailing slash;
 * parameters sorted. A fragment counts: on some pages it tells the entries apart. For comparing only: it is no address.
 * Null for what is no http(s) address.
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
