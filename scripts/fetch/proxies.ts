import type { LookupFunction } from 'node:net';
import { type buildConnector, Pool, ProxyAgent } from 'undici';
import { isPublicAddress } from '../../src/text/private-host.ts';
import { isPrivateHost, PrivateAddressError } from './guard.ts';

/** Requests through a proxy. The proxy itself may be anywhere: the owner names it. */

/** Thrown, and passed on by undici, when no connection to the proxy itself could be made. */
class ProxyError extends Error {
  readonly code = 'PROXY';
}

/** The proxies that the environment names, by the variables that curl reads; null for an address that is none. */
export interface ProxySettings {
  httpProxy: string;
  httpsProxy: string;
  noProxy: string;
}

/** The settings of the environment; null when it names no proxy, `bad` when it names one that cannot be used. */
export function proxySettings(env: NodeJS.ProcessEnv): ProxySettings | 'bad' | null {
  const named = (name: string) => (env[name.toLowerCase()] || env[name] || '').trim();
  const [http, https] = [named('HTTP_PROXY'), named('HTTPS_PROXY')];
  if (http === '' && https === '') return null;
  const [httpProxy, httpsProxy] = [http, https].map((text) => (text === '' ? '' : proxyUrl(text)));
  if (httpProxy == null || httpsProxy == null) return 'bad';
  return { httpProxy, httpsProxy, noProxy: named('NO_PROXY') };
}

/** The address of a proxy, `http://` where it names no scheme; null when it is none. */
export function proxyUrl(text: string): string | null {
  const url = URL.parse(text.includes('://') ? text : `http://${text}`);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** The options of undici's proxy agents: a failure to reach the proxy is a `ProxyError`. `connect` makes the connection. */
export function proxyOptions(proxies: readonly string[], connect: buildConnector.BuildOptions) {
  return {
    proxyTls: connect,
    clientFactory: (origin: URL, options: object) => new Pool(origin, named(options)),
    factory: (origin: string | URL, options: object) =>
      new Pool(origin, proxies.includes(String(origin)) ? named(options) : options),
  };
}

/** An agent that sends everything through one proxy. */
export function openProxy(proxy: string, options: object, connect: buildConnector.BuildOptions): ProxyAgent {
  return new ProxyAgent({ ...options, uri: proxy, ...proxyOptions([proxy], connect) });
}

function named(options: { connect?: buildConnector.connector }): Pool.Options {
  const { connect } = options;
  if (typeof connect !== 'function') return options as Pool.Options;
  const connector: buildConnector.connector = (to, callback) =>
    connect(to, (...[error, socket]) =>
      error ? callback(new ProxyError(error.message, { cause: error }), null) : callback(null, socket),
    );
  return { ...options, connect: connector };
}

/**
 * The guard for requests through a proxy, whose connection cannot be looked at: refuses a private host, and a name that
 * has a private address here. A name that is unknown here passes, because the proxy looks it up itself.
 * @throws PrivateAddressError
 */
export async function refusePrivateName(hostname: string, lookup: LookupFunction): Promise<void> {
  if (isPrivateHost(hostname)) throw new PrivateAddressError(hostname);
  const inside = (await addressesOf(hostname, lookup)).find((address) => !isPublicAddress(address));
  if (inside === undefined) return;
  const error = new PrivateAddressError(inside);
  // A proxy program in "fake IP" mode answers such addresses for every name: they lead to the proxy.
  if (!error.looksLikeProxy) throw error;
}

function addressesOf(hostname: string, lookup: LookupFunction): Promise<string[]> {
  return new Promise((done) =>
    lookup(hostname, { all: true }, (error, found) =>
      done(error || !Array.isArray(found) ? [] : found.map(({ address }) => address)),
    ),
  );
}
