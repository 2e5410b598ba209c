import { httpUrl } from '../text/url.ts';
import { type Site, sites } from './known-sites.ts';

/** What can be done with an address that somebody pasted to follow it. */
export interface PastedAddress {
  /** The site, when it is known: `YouTube`. */
  site: string | null;
  /** Addresses to try, best first: feeds, and pages that may link to one. */
  candidates: string[];
  /** The route of RSSHub for it, such as `/twitter/user/name`, when the site has no feed. */
  route: string | null;
  /** Why it has no feed, or what else to paste; null for a site that has feeds. */
  advice: string | null;
}

/** Where pages outside of every known site mostly have their feed, in case they link to none. */
const usualPaths = ['feed/', 'rss.xml', 'atom.xml', 'index.xml'];

/** Reads what was pasted: an address, with or without https://, or a name such as `@name@host` or `r/name`. Null for other texts. */
export function readPasted(pasted: string): PastedAddress | null {
  const address = addressOf(pasted.trim());
  const url = address === null ? null : URL.parse(address);
  if (url === null) return null;
  for (const site of sites) {
    const found = readBy(site, url);
    if (found !== null) return found;
  }
  return { site: null, candidates: candidatesOf(url), route: null, advice: null };
}

function readBy(site: Site, url: URL): PastedAddress | null {
  const host = site.host.exec(url.hostname.replace(/^(?:www|m|mobile)\./, ''));
  if (host === null) return null;
  const path = decoded(url.pathname).replace(/\/+$/, '') + (site.withQuery ? url.search : '');
  for (const { path: form, feeds, route, advice } of site.forms) {
    const found = form.exec(path);
    if (found === null) continue;
    const parts = [...host.slice(1), ...found.slice(1)].map((part) => part ?? '');
    const fill = (text: string) =>
      text.replace(/\$(\d)/g, (_, n: string) => encodeURI(parts[Number(n) - 1] ?? ''));
    const candidates = (feeds ?? []).map((feed) => (feed === 'page' ? url.href : fill(feed)));
    return {
      site: site.name,
      candidates,
      route: route === undefined ? null : fill(route),
      advice: advice ?? (candidates.length === 0 ? `${site.name} has no feeds of its own.` : null),
    };
  }
  return null;
}

/** The address itself, then the usual places below its path and its host. */
function candidatesOf(url: URL): string[] {
  const isProfile = /^\/@[\w.]+(?:@[\w.-]+)?$/.test(url.pathname);
  const own = isProfile ? [`${url.origin}${url.pathname}.rss`, url.href] : [url.href];
  const guesses = usualPaths.map((path) => new URL(`/${path}`, url).href);
  return [...new Set([...own, ...guesses])];
}

/** The names that people write instead of addresses. `$1` and so on stand for the groups. */
const names: [form: RegExp, address: string][] = [
  [/^@?([\w.-]+\.bsky\.social)$/i, 'https://bsky.app/profile/$1'],
  [/^(?:acct:)?@?([\w.-]+)@([\w-]+(?:\.[\w-]+)+)$/, 'https://$2/@$1'],
  [/^\/?r\/(\w+)\/?$/i, 'https://www.reddit.com/r/$1'],
  [/^\/?u(?:ser)?\/([\w-]+)\/?$/i, 'https://www.reddit.com/user/$1'],
  [/^feed:(?:\/\/)?(https?:\/\/.+)$/i, '$1'],
  [/^feed:\/\/(.+)$/i, 'https://$1'],
];

function addressOf(text: string): string | null {
  if (text === '' || /\s/.test(text)) return null;
  for (const [form, address] of names) if (form.test(text)) return text.replace(form, address);
  const bare = text.replace(/[，。、；,;]+$/, '');
  if (/^https?:\/\//i.test(bare)) return httpUrl(bare, null);
  return /^[\w-]+(?:\.[\w-]+)+(?:[/?#:]|$)/.test(bare) ? httpUrl(`https://${bare}`, null) : null;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
