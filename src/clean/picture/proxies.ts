/**
 * Services that proxy pictures of other sites, and how their addresses contain the original address.
 * Sources: docs of images.weserv.nl, developer.wordpress.com (Photon), Google's gadget and AMP caches,
 * DuckDuckGo's picture proxy.
 */
const proxies: readonly { host: RegExp; original: (url: URL) => string | null }[] = [
  { host: /^(?:images\.weserv\.nl|wsrv\.nl|images\.wsrv\.nl)$/, original: parameter('url') },
  { host: /^i[0-3]\.wp\.com$/, original: (url) => url.pathname.slice(1) + originalQuery(url) },
  { host: /(?:^|-)opensocial\.googleusercontent\.com$|^www\.gmodules\.com$/, original: parameter('url') },
  { host: /^(?:external-content|proxy)\.duckduckgo\.com$/, original: parameter('u') },
  {
    host: /\.cdn\.ampproject\.org$/,
    original: (url) => /^\/i(?:i\/[^/]+)?\/(?:s\/)?(.+)$/.exec(url.pathname)?.[1] ?? null,
  },
];

/** Most proxies around each other. No honest address has more. */
const deepest = 4;

/** Removes every proxy around the address of a picture. */
export function withoutProxy(address: string): string {
  let current = address;
  for (let depth = 0; depth < deepest; depth += 1) {
    const inner = unwrapOnce(current);
    if (inner === null) return current;
    current = inner;
  }
  return current;
}

/** What every address of such a service contains: a query, or its name. A quick test. */
const trace = /\?|\.wp\.com|\.ampproject\.org/i;

function unwrapOnce(address: string): string | null {
  if (!trace.test(address)) return null;
  const url = URL.parse(address);
  if (!url) return null;
  const proxy = proxies.find(({ host }) => host.test(url.hostname));
  const found = proxy?.original(url)?.trim().replace(/^ssl:/, 'https://');
  if (!found) return null;
  const original = URL.parse(/^https?:\/\//i.test(found) ? found : `https://${found.replace(/^\/+/, '')}`);
  return original?.hostname.includes('.') && /^https?:$/.test(original.protocol) ? original.href : null;
}

function parameter(name: string) {
  return (url: URL) => url.searchParams.get(name);
}

/** The query of the original, which Photon keeps under `q`. Its own parameters only resize. */
function originalQuery(url: URL): string {
  const query = url.searchParams.get('q');
  return query ? `?${query}` : '';
}
