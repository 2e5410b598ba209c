import ipaddr from 'ipaddr.js';

/** The metadata and DNS service of Azure: a public address that is used as a private one. */
const azureService = '168.63.129.16';

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

/**
 * Whether the host of a URL can only be in somebody's own network, as far as its name tells: a private IP address, a
 * name of one word, or one below a domain that has no public names.
 * Source: https://www.iana.org/assignments/special-use-domain-names, RFC 6762 (appendix G)
 */
export function isPrivateHost(hostname: string): boolean {
  const bare = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.+$/, '')
    .toLowerCase();
  if (ipaddr.isValid(bare)) return !isPublicAddress(bare);
  return !bare.includes('.') || privateDomains.test(bare);
}

const privateDomains =
  /\.(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa)$/;

/**
 * Whether a list of hosts names the host of an address: `host` for any port, `host:port` for that one. IPv6 is written in
 * brackets: `[::1]:1200`; a whole address counts as its host and port.
 */
export function isListedHost(url: URL, hosts: readonly string[]): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const listed = hosts.map((host) =>
    host
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/.*$/, ''),
  );
  return listed.includes(url.hostname) || listed.includes(`${url.hostname}:${port}`);
}
