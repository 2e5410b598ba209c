import ipaddr from 'ipaddr.js';
import { isListedHost, isPublicAddress } from '../../src/text/private-host.ts';

/**
 * The SSRF guard: keeps a pull out of the network that it runs in. The address of a feed, or a redirect, may point to a
 * router, a database or the metadata service of a cloud. Three checks let only public addresses through: of the host as
 * written, of what its name resolves to, and of the address that the socket is connected to. The rules are here; the
 * connections that keep them are made in agents.ts.
 */

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

/** Whether the host of an address, as written, is a private IP address or this machine; other names are looked up. */
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
 * The private hosts that may be asked for the links of the document at `address`: all listed hosts when the document
 * comes from one of them, else none. A feed on the public internet must not choose what is asked in a private network.
 */
export function listedFrom(address: string, allowPrivateHosts: string[]): string[] {
  const url = URL.parse(address);
  return url !== null && isListedHost(url, allowPrivateHosts) ? allowPrivateHosts : [];
}
