import { canonicalLink, httpUrl } from '../../text/url.ts';
import { contentId } from '../identity.ts';
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

/**
 * Replaces ids that do not tell entries apart. A guid, or the link of an entry without one, that different entries share
 * identifies none of them: each gets its link as its id when no other entry has that, else a hash of the shared id with
 * what tells it apart, its date, its title or its text. An entry that is listed twice keeps its id.
 */
export function distinctIds(items: readonly Item[]): Item[] {
  const byId = Map.groupBy(items, ({ id }) => id);
  if (byId.size === items.length) return [...items];
  const linkUses = usesOfLinks(items);
  const given = new Map<Item, string>();
  for (const [id, group] of byId) {
    if (group.every((item) => isSameEntry(item, group[0] ?? item))) continue;
    const shared = group.filter(({ link }) => link === null || linkUses.get(link) !== 1);
    const apart = tellingApart(shared);
    for (const item of group) {
      const { link } = item;
      const isOwn = link !== null && linkUses.get(link) === 1;
      given.set(item, isOwn ? link : contentId(`${id}\n${link}\n${apart(item)}`));
    }
  }
  return items.map((item) => ({ ...item, id: given.get(item) ?? item.id }));
}

function isSameEntry(one: Item, other: Item): boolean {
  const text = textOf(one);
  const sameLink = canonicalLink(one.link) === canonicalLink(other.link);
  const sameTitle = one.title === other.title && one.publishedAt === other.publishedAt;
  const sameText = text !== null && text === textOf(other);
  return sameText ? sameLink || sameTitle : sameLink && sameTitle && text === textOf(other);
}

/** What tells the entries of a group apart: the first of date, title and text that each has, and has for itself. */
function tellingApart(group: readonly Item[]): (item: Item) => string | null {
  const fields = [(of: Item) => of.publishedAt, (of: Item) => of.title, textOf];
  const own = fields.find((field) => {
    const values = new Set(group.map(field));
    return !values.has(null) && values.size === group.length;
  });
  return own ?? ((item) => fields.map((field) => field(item)).join('\n'));
}

function textOf({ content, summary }: Item): string | null {
  return content ?? summary;
}

function usesOfLinks(items: readonly Item[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { link } of items) if (link !== null) uses.set(link, (uses.get(link) ?? 0) + 1);
  return uses;
}

/**
 * Replaces ids that change when a story is published again. Some publishers count the versions of a story in the
 * fragment of its guid (`…/story#0`, then `…/story#1`) and keep the link: such an item gets its link as its id.
 */
export function lastingIds(items: readonly Item[]): Item[] {
  const uses = usesOfLinks(items);
  return items.map((item) => {
    const { id, link } = item;
    const counts = link !== null && uses.get(link) === 1 && id.startsWith(`${link}#`);
    return counts && /^#\d{1,3}$/.test(id.slice(link.length)) ? { ...item, id: link } : item;
  });
}
