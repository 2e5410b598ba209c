/**
 * Services whose addresses redirect to an address that they contain. Sources: ClearURLs' redirection rules, the
 * services' own link warnings, the address formats of Google's AMP viewer and cache.
 */
const redirectors: readonly { place: RegExp; target: (url: URL) => string | null }[] = [
  { place: /^(?:www\.)?google\.[a-z.]{2,6}\/url$/, target: parameter('q', 'url') },
  { place: /^(?:www\.)?google\.[a-z.]{2,6}\/amp\/s?\/?./, target: afterPath(/^\/amp\/(?:s\/)?/) },
  { place: /\.cdn\.ampproject\.org\/[cv]\//, target: afterPath(/^\/[cv]\/(?:s\/)?/) },
  { place: /^(?:l|lm|www|m)\.facebook\.com\/l(?:\.php|\/)/, target: parameter('u') },
  { place: /^l\.(?:instagram|threads)\.(?:com|net)\//, target: parameter('u') },
  { place: /^(?:www\.)?youtube\.com\/redirect$/, target: parameter('q') },
  { place: /^out\.reddit\.com\//, target: parameter('url') },
  { place: /^t\.umblr\.com\/redirect$/, target: parameter('z') },
  { place: /^slack-redir\.net\/link$/, target: parameter('url') },
  { place: /^steamcommunity\.com\/linkfilter\//, target: parameter('u', 'url') },
  { place: /^(?:www\.|m\.)?vk\.com\/away(?:\.php)?$/, target: parameter('to') },
  { place: /^(?:www\.)?duckduckgo\.com\/l\/$/, target: parameter('uddg') },
  { place: /^link\.(?:zhihu\.com|juejin\.cn|csdn\.net)\//, target: parameter('target') },
  { place: /^(?:www\.)?jianshu\.com\/go-wild$/, target: parameter('url') },
  { place: /^(?:www\.)?douban\.com\/link2\/$/, target: parameter('url') },
  { place: /^c\.pc\.qq\.com\//, target: parameter('pfurl', 'url') },
  {
    place: /^(?:weibo\.cn|m\.weibo\.cn|passport\.weibo\.cn)\/sinaurl$/,
    target: parameter('u', 'toasturl', 'url'),
  },
  { place: /^medium\.com\/r\/$/, target: parameter('url') },
  { place: /^(?:www\.)?linkedin\.com\/(?:redir\/redirect|safety\/go)$/, target: parameter('url') },
  { place: /\.safelinks\.protection\.outlook\.com\//, target: parameter('url') },
  {
    place: /^disq\.us\/url$/,
    target: (url) => url.searchParams.get('url')?.replace(/:[\w-]{20,40}$/, '') ?? null,
  },
  { place: /^(?:exit|gate)\.sc\//, target: parameter('url') },
  { place: /^(?:href\.li|anonym\.to)\//, target: (url) => decodeOnce(url.search.slice(1)) },
];

/** Most redirectors inside each other. No honest link has more. */
const deepest = 4;

/** Where `address` leads after all redirectors that contain their target. */
export function withoutRedirectors(address: string): string {
  let current = address;
  for (let depth = 0; depth < deepest; depth += 1) {
    const next = leadsTo(current);
    if (next === null) return current;
    current = next;
  }
  return current;
}

/** What every address of such a service contains: a query, or its name. A quick test. */
const trace = /\?|\/amp\/|\.ampproject\.org/i;

function leadsTo(address: string): string | null {
  if (!trace.test(address)) return null;
  const url = URL.parse(address);
  if (!url) return null;
  const found = redirectors.find(({ place }) => place.test(url.hostname + url.pathname));
  const target = found ? URL.parse(found.target(url)?.trim() ?? '') : null;
  return target && /^https?:$/.test(target.protocol) && target.hostname.includes('.') ? target.href : null;
}

function parameter(...names: string[]) {
  return (url: URL) => names.map((name) => url.searchParams.get(name)).find((value) => value) ?? null;
}

function afterPath(start: RegExp) {
  return (url: URL) => `https://${url.pathname.replace(start, '')}${url.search}${url.hash}`;
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
