import type { Dispatcher } from 'undici';
import { isListedHost } from '../../src/text/private-host.ts';
import type { Agents } from './agents.ts';
import { TrailCookies } from './cookies.ts';
import { locationOf } from './headers.ts';
import { FetchProblem } from './problem.ts';
import { holdsSecret, isSameHost } from './secrets.ts';

const mostRedirects = 5;
const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const permanentStatuses: ReadonlySet<number> = new Set([301, 308]);

/** How far a request has got. The caller keeps it, so that a failure can name the host at which it happened. */
export interface Trail {
  /** The address that was asked last. */
  url: URL;
  redirects: number;
  /** True while every redirect so far was permanent. */
  permanent: boolean;
  /** Status of the answer to `url`, null before there is one. */
  status: number | null;
}

export interface RedirectableRequest {
  url: string;
  headers: Record<string, string>;
  /** Headers for the host of the first address alone, names in lower case. */
  ownHeaders: Record<string, string>;
  /** Proxy for this request; without it, those of the environment. */
  proxy: string | undefined;
  /** Secrets that no other host may get, by name. */
  values: ReadonlyMap<string, string>;
  allowPrivateHosts: readonly string[];
}

/** The trail before the first request. @throws FetchProblem `bad-address`, `bad-scheme` */
export function startTrail(address: string): Trail {
  const url = URL.parse(address);
  if (url === null) throw new FetchProblem('bad-address');
  return { url: withoutCredentials(url), redirects: 0, permanent: true, status: null };
}

/**
 * Sends a request and follows at most five redirects, each checked like the first address. Gives the first answer that is
 * no redirect, its body unread. Cookies that are set on the way are sent along the rest of it; the headers of the feed go
 * to its own host alone. The agents contain the SSRF guard, so no connection can avoid it.
 *
 * A listed private host may be asked only while every address so far was listed: an address on the public internet cannot
 * redirect to one.
 * @throws FetchProblem, or what undici throws.
 */
export async function followRedirects(
  trail: Trail,
  request: RedirectableRequest,
  agents: Agents,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  const seen = new Set<string>();
  const cookies = new TrailCookies();
  let [listed, atHome] = [true, true];
  const home = trail.url;
  for (;;) {
    const { url } = trail;
    listed &&= isListedHost(url, request.allowPrivateHosts);
    atHome &&= isSameHost(home, url);
    const cookie = cookies.headerFor(url);
    if (!atHome && holdsSecret(`${url.href} ${cookie}`, request.values))
      throw new FetchProblem('secret-redirect');
    seen.add(visit(url, cookie));
    const headers = { ...request.headers, ...(atHome ? request.ownHeaders : {}) };
    const sent = [headers['cookie'] ?? '', cookie].filter((part) => part !== '').join('; ');
    const way = () => (listed ? { agent: agents.listed } : agents.wayTo(url, request.proxy));
    const response = await ask(url, sent === '' ? headers : { ...headers, cookie: sent }, way, signal);
    trail.status = response.statusCode;
    if (!redirectStatuses.has(response.statusCode)) return response;
    discard(response);
    cookies.keep(url, response.headers);
    step(trail, locationOf(response.headers));
    if (seen.has(visit(trail.url, cookies.headerFor(trail.url)))) throw new FetchProblem('redirect-loop');
  }
}

/** An address with the cookies that it is asked with: with other cookies, the same address may answer otherwise. */
function visit(url: URL, cookie: string): string {
  return `${url.href}\n${cookie}`;
}

/** Ends at the signal even while connecting: undici heeds the signal only once it is connected. */
async function ask(
  url: URL,
  headers: Record<string, string>,
  way: () => { agent: Dispatcher } | Promise<{ agent: Dispatcher }>,
  signal: AbortSignal,
) {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener('abort', onAbort);
  const path = url.pathname + url.search;
  const send = async () => {
    const { agent } = await way();
    return agent.request({ origin: url.origin, path, method: 'GET', headers, signal });
  };
  const response = send();
  try {
    return await Promise.race([response, aborted]);
  } catch (error) {
    response.then(discard, () => {});
    throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function step(trail: Trail, location: string | null): void {
  const next = location ? URL.parse(location, trail.url) : null;
  if (next === null) throw new FetchProblem('bad-redirect');
  const target = withoutCredentials(next);
  if (trail.redirects === mostRedirects) throw new FetchProblem('too-many-redirects');
  trail.permanent &&= permanentStatuses.has(trail.status ?? 0);
  trail.redirects += 1;
  trail.status = null;
  trail.url = target;
}

/** Without fragment and credentials. @throws FetchProblem `bad-scheme` */
function withoutCredentials(address: URL): URL {
  if (address.protocol !== 'http:' && address.protocol !== 'https:') throw new FetchProblem('bad-scheme');
  const url = new URL(address);
  url.hash = '';
  url.username = '';
  url.password = '';
  return url;
}

/** Closes a body that is not to be read, and its connection: the body may be endless. */
export function discard(response: Dispatcher.ResponseData): void {
  response.body.on('error', () => {});
  response.body.destroy();
}
