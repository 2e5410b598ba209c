import { canonicalName, declare, type Scope } from './scope.ts';

/**
 * Names of the elements that contain fields: the feed's own (`rss`, `channel`, `feed`, `RDF`) and entries (`item`,
 * `entry`), also when they are misspelt.
 */

const FEED_NAMES: ReadonlySet<string> = new Set(['core:rss', 'core:feed', 'core:channel', 'rdf:rdf']);

/** Whether an element with this canonical name contains the feed's own fields. */
export function isFeedName(name: string | null): boolean {
  return name !== null && FEED_NAMES.has(name);
}

export function isEntryName(name: string | null): boolean {
  return name === 'core:item' || name === 'core:entry';
}

/** Whether a name is a misspelt `item` or `entry`. `items` is not: RSS 1.0 has an element of that name. */
export function isMisspeltEntry(name: string | null): boolean {
  return (
    name !== null &&
    name !== 'core:items' &&
    ['core:item', 'core:entry'].some((meant) => isMisspelt(name, meant))
  );
}

export function isMisspeltChannel(name: string | null): boolean {
  return name !== null && isMisspelt(name, 'core:channel');
}

/**
 * The canonical name of an element outside of entries. When the root element has an unknown namespace, that namespace
 * is read as the feed's own.
 */
export function containerName(name: string, scope: Scope): { canonical: string | null; scope: Scope } {
  const canonical = canonicalName(name, scope);
  const colon = name.indexOf(':');
  const core = `core:${name.slice(colon + 1).toLowerCase()}`;
  if (canonical !== null || !FEED_NAMES.has(core)) return { canonical, scope };
  return { canonical: core, scope: declare(scope, name.slice(0, Math.max(0, colon)), 'core') };
}

/** Whether two names differ by one character: replaced, added or missing. */
export function isMisspelt(name: string, meant: string): boolean {
  if (Math.abs(name.length - meant.length) > 1 || name === meant) return false;
  let same = 0;
  while (same < name.length && name[same] === meant[same]) same++;
  const rest = name.slice(same);
  const restMeant = meant.slice(same);
  return rest.slice(1) === restMeant.slice(1) || rest.slice(1) === restMeant || rest === restMeant.slice(1);
}
