import type { Dispatcher } from 'undici';
import { type Agents, isListed } from './guard.ts';
import { locationOf } from './headers.ts';
import { FetchProblem } from './problem.ts';

const mostRedirects = 5;
const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const permanentStatuses: ReadonlySet<number> = new Set([301, 308]);

/** Where a request stands. Kept by the caller, so that a failure can be told by the host it happened at. */
export interface Trail {
  /** The address asked last. */
  url: URL;
  redirects: number;
  /** True while every redirect so far was permanent. */
  permanent: boolean;
  /** Status of the answer to `url`, null before there is one. */
  status: number | null;
}

export interface Journey {
  url: string;
  headers: Record<string, string>;
  allowPrivateHosts: readonly string[];
}

/** The start of a journey. @throws FetchProblem `bad-address`, `bad-scheme` */
export function startTrail(address: string): Trail {
  const url = URL.parse(address);
  if (url === null) throw new FetchProblem('bad-address');
  return { url: withoutCredentials(url), redirects: 0, permanent: true, status: null };
}

/**
 * Asks for the address and goes where it is sent on to, at most five times, each step checked like the first. Returns the
 * first answer that is no redirect, its body unread. The guard is in the agents, so no connection can miss it.
 *
 * Listed private hosts count only as long as every address so far was listed: an address on the public internet cannot
 * send us to one.
 * @throws FetchProblem, or what undici throws.
 */
export async function followRedirects(
  trail: Trail,
  journey: Journey,
  agents: Agents,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  const seen = new Set<string>();
  let listed = true;
  for (;;) {
    const { url } = trail;
    listed &&= isListed(url, journey.allowPrivateHosts);
    seen.add(url.href);
    const response = await ask(url, journey.headers, listed ? agents.listed : agents.public, signal);
    trail.status = response.statusCode;
    if (!redirectStatuses.has(response.statusCode)) return response;
    discard(response);
    step(trail, locationOf(response.headers), seen);
  }
}

/** undici hears the signal only once it is connected, so the wait is ended here. */
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

/** Lets go of a body that nobody wants to read, with its connection: it may have no end. */
export function discard(response: Dispatcher.ResponseData): void {
  response.body.on('error', () => {});
  response.body.destroy();
}
