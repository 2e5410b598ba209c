import type { Dispatcher } from 'undici';
import type { Agents } from './agents.ts';
import { isListed } from './guard.ts';
import { locationOf } from './headers.ts';
import { FetchProblem } from './problem.ts';

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
 * no redirect, its body unread. The agents contain the SSRF guard, so no connection can avoid it.
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
  let listed = true;
  for (;;) {
    const { url } = trail;
    listed &&= isListed(url, request.allowPrivateHosts);
    seen.add(url.href);
    const response = await ask(url, request.headers, listed ? agents.listed : agents.public, signal);
    trail.status = response.statusCode;
    if (!redirectStatuses.has(response.statusCode)) return response;
    discard(response);
    step(trail, locationOf(response.headers), seen);
  }
}

/** Ends at the signal even while connecting: undici heeds the signal only once it is connected. */
async function ask(url: URL, headers: Record<string, string>, agent: Dispatcher, signal: AbortSignal) {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener('abort', onAbort);
  const path = url.pathname + url.search;
  const response = agent.request({ origin: url.origin, path, method: 'GET', headers, signal });
  try {
    return await Promise.race([response, aborted]);
  } catch (error) {
    response.then(discard, () => {});
    throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function step(trail: Trail, location: string | null, seen: ReadonlySet<string>): void {
  const next = location ? URL.parse(location, trail.url) : null;
  if (next === null) throw new FetchProblem('bad-redirect');
  const target = withoutCredentials(next);
  if (seen.has(target.href)) throw new FetchProblem('redirect-loop');
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
