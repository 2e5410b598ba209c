import { lookup as systemLookup } from 'node:dns';
import { setMaxListeners } from 'node:events';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, buildConnector, type Dispatcher } from 'undici';

/**
 * Keeps a pull out of the network that it runs in. A feed's address, or a redirect, may point at a router, a database
 * or the cloud's metadata service; three checks see to it that only public addresses are asked: the host as written,
 * what its name resolves to, and the address that the socket really got.
 */

/** Azure's metadata and DNS service: a public address by its number, private by its use. */
const azureService = '168.63.129.16';

/** Thrown, and handed on by undici, when a connection would reach a private address. */
export class PrivateAddressError extends Error {
  readonly code = 'PRIVATE_ADDRESS';
  /** True for 198.18.0.0/15, which proxy programs in "fake IP" mode answer for every name. */
  readonly looksLikeProxy: boolean;

  constructor(address: string) {
    super(`not a public address: ${address}`);
    this.looksLikeProxy = /^198\.1[89]\./.test(address);
  }
}

/**
 * Whether an IP address, in any notation, belongs to a host on the public internet. IPv4 inside IPv6 (mapped, NAT64) is
 * judged as the IPv4 address; of IPv6 only 2000::/3 is handed out to hosts (IANA IPv6 address space registry).
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

/** Whether the host of an address is, as written, one that is not to be asked: a private IP address or this machine. */
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
 * The private hosts that may be asked for what the document at `address` names: all that are listed when it lies at
 * one of them, else none. Whoever writes a feed on the public internet must not get to choose what is asked in ours.
 */
export function listedFrom(address: string, allowPrivateHosts: string[]): string[] {
  const url = URL.parse(address);
  return url !== null && isListed(url, allowPrivateHosts) ? allowPrivateHosts : [];
}

/** Two ways out: to the public internet only, and to the hosts that the owner has listed as private. */
export interface Agents {
  public: Dispatcher;
  listed: Dispatcher;
  /** Ends every connection at once, those still being made too. */
  close: () => Promise<void>;
}

/** Opens both ways out; whoever opened them closes them. */
export function openAgents(): Agents {
  // undici's own closing waits for connections that are being made; the signal ends them.
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const connect = { ...connecting, signal: closing.signal };
  // One request at a time goes to a host, so HTTP/2 would gain nothing. Time is bounded by the signal of each request.
  const options = { allowH2: false, headersTimeout: 0, bodyTimeout: 0, maxHeaderSize: 64 * 1024 };
  const ways = {
    public: new Agent({ ...options, connect: guardedConnector(publicConnector(connect)) }),
    listed: new Agent({ ...options, connect: buildConnector(connect) }),
  };
  const close = async () => {
    closing.abort();
    await Promise.all([ways.public.destroy(), ways.listed.destroy()]);
  };
  return { ...ways, close };
}

/** Node gives an address a quarter of a second before it tries the next, too little for a slow way abroad. */
const connecting = {
  allowH2: false,
  timeout: 10_000,
  autoSelectFamily: true,
  autoSelectFamilyAttemptTimeout: 1000,
};

function publicConnector(options: buildConnector.BuildOptions): buildConnector.connector {
  return buildConnector({ ...options, lookup: publicLookup(systemLookup as LookupFunction) });
}

/** A connector that hands on a socket of the one given only when both its host and its real address are public. */
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

/** Resolves a name and keeps its public addresses, so that nothing private even sees a connection. */
export function publicLookup(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      // On failure Node hands over nothing where the type promises a list.
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
