import type { IncomingHttpHeaders } from 'node:http';
import { type Cookie, getSetCookies, Headers } from 'undici';

/** Bounds for what one request may be made to carry. */
const mostCookies = 30;
const mostCharacters = 4096;

/**
 * The cookies that servers set while one request is sent on from address to address. Many sites send a visitor round until
 * the cookie that they set comes back. They are forgotten with the request: no site knows us again.
 */
export class TrailCookies {
  readonly #cookies = new Map<string, Cookie & { host: string }>();

  /** Keeps what an answer from `url` sets; a cookie that has run out is removed. */
  keep(url: URL, headers: IncomingHttpHeaders): void {
    for (const cookie of cookiesIn([headers['set-cookie'] ?? []].flat())) {
      const domain = cookie.domain?.replace(/^\./, '').toLowerCase();
      if (domain !== undefined && !isWithin(url.hostname, domain)) continue;
      const host = domain ?? url.hostname;
      const key = `${host} ${cookie.path ?? '/'} ${cookie.name}`;
      this.#cookies.delete(key);
      const isOver = cookie.maxAge !== undefined && cookie.maxAge <= 0;
      if (!isOver && this.#cookies.size < mostCookies) this.#cookies.set(key, { ...cookie, host });
    }
  }

  /** The Cookie header for a request to `url`; '' when it gets none. */
  headerFor(url: URL): string {
    const sent = [...this.#cookies.values()].filter((cookie) => isFor(cookie, url));
    const pairs = sent.map(({ name, value }) => `${name}=${value}`);
    const header = pairs.join('; ');
    return header.length <= mostCharacters && /^[\x20-\x7e]*$/.test(header) ? header : '';
  }
}

function cookiesIn(lines: readonly string[]): Cookie[] {
  const headers = new Headers();
  for (const line of lines.slice(0, mostCookies)) {
    try {
      headers.append('set-cookie', line);
    } catch {
      // Characters that no header may hold.
    }
  }
  // Some that cannot be read are null, whatever the type says.
  return (getSetCookies(headers) as (Cookie | null)[]).filter((cookie) => cookie !== null);
}

function isFor(cookie: Cookie & { host: string }, url: URL): boolean {
  const { host, domain, path, secure } = cookie;
  const isHost = domain === undefined ? url.hostname === host : isWithin(url.hostname, host);
  const folder = path?.replace(/\/$/, '') ?? '';
  const isPath = folder === '' || url.pathname === folder || url.pathname.startsWith(`${folder}/`);
  return isHost && isPath && (!secure || url.protocol === 'https:');
}

/** Whether a host is a domain or one below it (RFC 6265, section 5.1.3). A domain without a dot is everybody's. */
function isWithin(host: string, domain: string): boolean {
  return host === domain || (domain.includes('.') && host.endsWith(`.${domain}`) && !/^[\d.]+$|:/.test(host));
}
