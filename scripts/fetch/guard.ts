import ipaddr from 'ipaddr.js';

/**
 * The SSRF guard: keeps a pull out of the network that it runs in. The address of a feed, or a redirect, may point to a
 * router, a database or the metadata service of a cloud. Three checks let only public addresses through: of the host as
 * written, of what its name resolves to, and of the address that the socket is connected to. The rules are here; the
 * connections that keep them are made in agents.ts.
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

/** Whether a document at `from` may name `address` as one to ask: a public one names none in a private network. */
export function mayName(from: string, address: string): boolean {
  const isPrivate = (url: string) => isPrivateHost(URL.parse(url)?.hostname ?? '');
  return !isPrivate(address) || isPrivate(from);
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
