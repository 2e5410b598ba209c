import { canonicalLink, httpUrl } from '../../text/url.ts';
import type { Item } from '../item.ts';
import { attribute, firstText, type RawElement } from '../raw-element.ts';

/** Longest id read, in characters. */
const LONGEST = 2048;

/** The entry's own identifier, or null: guid, Atom id, RDF's `about`, Dublin Core's identifier, in this order. */
export function givenId(entry: RawElement, base: string | null): string | null {
  const id =
    firstText(entry, 'core:guid', 'core:id') ??
    attribute(entry, 'about') ??
    firstText(entry, 'dc:identifier');
  if (id === null || id.length > LONGEST) return null;
  return /^\.{0,2}\//.test(id) ? (httpUrl(id, base) ?? id) : id;
}

/** An id that this many entries share does not identify them. */
const CONSTANT = 3;

/**
 * Replaces ids that do not tell entries apart. Some publishers give every entry the same guid, such as the address of the
 * site: when three or more entries with different links share an id, each gets its link as its id.
 */
export function distinctIds(items: readonly Item[]): Item[] {
  const counts = new Map<string, number>();
  for (const { id } of items) counts.set(id, (counts.get(id) ?? 0) + 1);
  const links = new Map<string, Set<string>>();
  for (const { id, link } of items) {
    const key = (counts.get(id) ?? 0) < CONSTANT ? null : canonicalLink(link);
    if (key === null) continue;
    const known = links.get(id);
    if (known) known.add(key);
    else links.set(id, new Set([key]));
  }
  return items.map((item) =>
    item.link !== null && (links.get(item.id)?.size ?? 0) >= CONSTANT ? { ...item, id: item.link } : item,
  );
}

/**
 * Replaces ids that change when a story is published again. Some publishers count the versions of a story in the
 * fragment of its guid (`…/story#0`, then `…/story#1`) and keep the link: such an item gets its link as its id.
 */
export function lastingIds(items: readonly Item[]): Item[] {
  const uses = new Map<string, number>();
  for (const { link } of items) if (link !== null) uses.set(link, (uses.get(link) ?? 0) + 1);
  return items.map((item) => {
    const { id, link } = item;
    const counts = link !== null && uses.get(link) === 1 && id.startsWith(`${link}#`);
    return counts && /^#\d{1,3}$/.test(id.slice(link.length)) ? { ...item, id: link } : item;
  });
}
