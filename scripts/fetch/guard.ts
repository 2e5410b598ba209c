import { lookup as systemLookup } from 'node:dns';
import { setMaxListeners } from 'node:events';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, buildConnector, type Dispatcher } from 'undici';

/**
 * The SSRF guard: keeps a pull out of the network that it runs in. The address of a feed, or a redirect, may point to a
 * router, a database or the metadata service of a cloud. Three checks let only public addresses through: of the host as
 * written, of what its name resolves to, and of the address that the socket is connected to.
 */

/** The metadata and DNS service of Azure: a public address that is used as a private one. */
const azureService = '168.63.129.16';

/** Thrown, and passed on by undici, when a connection would reach a private address. */
export class PrivateAddressError extends Error {
  readonly code = 'PRIVATE_ADDRESS';
  /** True for 198.18.0.0/15, from which proxy programs in "fake IP" mode answer for every name. */
  readonly looksLikeProxy: boolean;

  constructor(address: string) {
    super(`not a public address: ${address}`);
    this.looksLikeProxy = /^198\.1[89]\./.test(address);
  }
}

/**
 * Whether an IP address, in any notation, belongs to a host on the public internet. IPv4 inside IPv6 (mapped, NAT64)
 * counts as that IPv4 address; of IPv6, only 2000::/3 is assigned to hosts (IANA IPv6 address space registry).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) {
    return parsed.range() === 'unicast' && parsed.toString() !== azureService;
  }
  if (parsed.range() === 'rfc6052') {
    return isPublicAddress(new ipaddr.IPv4(parsed.toByteArray().slice(12)).toString());
  }
  return parsed.range() === 'unicast' && ((parsed.parts[0] ?? 0) & 0xe000) === 0x2000;
}

/** Whether the host of an address, as written, is a private IP address or this machine. */
export function isPrivateHost(hostname: string): boolean {
  const bare = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.+$/, '')
    .toLowerCase();
  if (ipaddr.isValid(bare)) return !isPublicAddress(bare);
  return bare === '' || bare === 'localhost' || bare.endsWith('.localhost');
}

/**
 * Whether `allowPrivateHosts` names the host of this address: `host` for any port, `host:port` for that one.
 * IPv6 is written in brackets: `[::1]:1200`; a whole address counts as its host and port.
 */
export function isListed(url: URL, allowPrivateHosts: readonly string[]): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const listed = allowPrivateHosts.map((host) =>
    host
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/.*$/, ''),
  );
  return listed.includes(url.hostname) || listed.includes(`${url.hostname}:${port}`);
}

/**
 * The private hosts that may be asked for the links of the document at `address`: all listed hosts when the document
 * comes from one of them, else none. A feed on the public internet must not choose what is asked in a private network.
 */
export function listedFrom(address: string, allowPrivateHosts: string[]): string[] {
  const url = URL.parse(address);
  return url !== null && isListed(url, allowPrivateHosts) ? allowPrivateHosts : [];
}

/** Connections to the public internet only, and to the private hosts that the owner has listed. */
export interface Agents {
  public: Dispatcher;
  listed: Dispatcher;
  /** Ends all connections at once, even those that are still being made. */
  close: () => Promise<void>;
}

/** Opens both agents; the caller closes them. */
export function openAgents(): Agents {
  // Closing in undici waits for connections that are being made; the signal ends them.
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const connect = { ...connecting, signal: closing.signal };
  // A host gets one request at a time, so HTTP/2 would gain nothing. The signal of each request limits its time.
  const options = { allowH2: false, headersTimeout: 0, bodyTimeout: 0, maxHeaderSize: 64 * 1024 };
  const agents = {
    public: new Agent({ ...options, connect: guardedConnector(publicConnector(connect)) }),
    listed: new Agent({ ...options, connect: buildConnector(connect) }),
  };
  const close = async () => {
    closing.abort();
    await Promise.all([agents.public.destroy(), agents.listed.destroy()]);
  };
  return { ...agents, close };
}

/** By default Node tries the next address after 250 ms, which is too little for a slow connection abroad. */
const connecting = {
  allowH2: false,
  timeout: 10_000,
  autoSelectFamily: true,
  autoSelectFamilyAttemptTimeout: 1000,
};

function publicConnector(options: buildConnector.BuildOptions): buildConnector.connector {
  return buildConnector({ ...options, lookup: publicLookup(systemLookup as LookupFunction) });
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
