import { v5 } from 'uuid';

/** Namespace of Broadsheet's guids: a random UUID. Never change it: every guid depends on it. */
const namespace = '6f1d2c1e-0a52-4f0f-9a07-5b1c3e1d8f24';

/**
 * The guid of an item in our feeds: UUID version 5 (RFC 9562) of its name, which stands for feed id and identity.
 * The same across rebuilds, hosts, base paths, http to https and headline edits.
 */
export function guidOf(name: string): string {
  return `urn:uuid:${v5(name, namespace)}`;
}
