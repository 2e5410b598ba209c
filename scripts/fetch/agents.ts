import { lookup as systemLookup } from 'node:dns';
import { setMaxListeners } from 'node:events';
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import { isPublicAddress } from '../../src/text/private-host.ts';
import { isPrivateHost, PrivateAddressError } from './guard.ts';
import { FetchProblem } from './problem.ts';
import {
  openProxy,
  type ProxySettings,
  proxyOptions,
  proxySettings,
  proxyUrl,
  refusePrivateName,
} from './proxies.ts';

/** Connections to the public internet only, and to the private hosts that the owner has listed. */
export interface Agents {
  listed: Dispatcher;
  /**
   * The way to an address that is not listed: through the proxy given, else through that of the environment, else direct.
   * @throws PrivateAddressError, FetchProblem `bad-proxy`
   */
  wayTo: (url: URL, proxy?: string) => Promise<{ agent: Dispatcher }>;
  /** Ends all connections at once, even those that are still being made. */
  close: () => Promise<void>;
}

/** Opens the agents, with the proxies of the environment; the caller closes them. */
export function openAgents(
  env: NodeJS.ProcessEnv = process.env,
  lookup: LookupFunction = systemLookup as LookupFunction,
): Agents {
  // Closing in undici waits for connections that are being made; the signal ends them.
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const connect = { ...connecting, signal: closing.signal };
  // A host gets one request at a time, so HTTP/2 would gain nothing. The signal of each request limits its time.
  const options = { allowH2: false, headersTimeout: 0, bodyTimeout: 0, maxHeaderSize: 64 * 1024 };
  const guarded = { ...options, connect: guardedConnector(publicConnector(connect, lookup)) };
  const settings = proxySettings(env);
  const listed = new Agent({ ...options, connect: buildConnector(connect) });
  const direct =
    settings === null || settings === 'bad' ? new Agent(guarded) : envAgent(settings, guarded, connect);
  const proxies = new Map<string, Dispatcher>();
  const through = (proxy: string) => {
    const agent = proxies.get(proxy) ?? openProxy(proxy, options, connect);
    proxies.set(proxy, agent);
    return agent;
  };
  const wayTo: Agents['wayTo'] = async (url, proxy) => {
    const named = proxy === undefined ? null : proxyUrl(proxy);
    if (proxy === undefined ? settings === 'bad' : named === null) throw new FetchProblem('bad-proxy');
    if (settings !== null || named !== null) await refusePrivateName(url.hostname, lookup);
    return { agent: named === null ? direct : through(named) };
  };
  const close = async () => {
    closing.abort();
    await Promise.all([direct, listed, ...proxies.values()].map((agent) => agent.destroy()));
  };
  return { listed, wayTo, close };
}

function envAgent(
  settings: ProxySettings,
  options: object,
  connect: buildConnector.BuildOptions,
): Dispatcher {
  const proxies = [settings.httpProxy, settings.httpsProxy];
  return new EnvHttpProxyAgent({ ...options, ...settings, ...proxyOptions(proxies, connect) });
}

/** By default Node tries the next address after 250 ms, which is too little for a slow connection abroad. */
const connecting = {
  allowH2: false,
  timeout: 10_000,
  autoSelectFamily: true,
  autoSelectFamilyAttemptTimeout: 1000,
};

function publicConnector(
  options: buildConnector.BuildOptions,
  lookup: LookupFunction,
): buildConnector.connector {
  return buildConnector({ ...options, lookup: publicLookup(lookup) });
}

/** A connector that passes on a socket of `connect` only when both its host and its real address are public. */
export function guardedConnector(connect: buildConnector.connector): buildConnector.connector {
  return (options, callback) => {
    if (isPrivateHost(options.hostname)) {
      callback(new PrivateAddressError(options.hostname), null);
      return;
    }
    connect(options, (...[error, socket]) => {
      if (error) return callback(error, null);
      if (isPublicAddress(socket.remoteAddress ?? '')) return callback(null, socket);
      const reason = new PrivateAddressError(socket.remoteAddress ?? 'unknown');
      socket.destroy();
      callback(reason, null);
    });
  };
}

/** Resolves a name to its public addresses only, so that no private host even sees a connection. */
export function publicLookup(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      // On failure Node passes undefined, although the type says a list.
      const all = Array.isArray(found) ? found : [];
      const open = all.filter(({ address }) => isPublicAddress(address));
      const [first] = open;
      if (error || all.length === 0) return callback(error ?? noAddress(hostname), []);
      if (!first) return callback(new PrivateAddressError(all[0]?.address ?? hostname), []);
      if (options.all) return callback(null, open);
      callback(null, first.address, first.family);
    });
  };
}

function noAddress(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`no address for ${hostname}`), { code: 'ENOTFOUND' });
}
