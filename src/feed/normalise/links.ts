import { all, attribute, firstText, type RawElement } from '../raw.ts';
import { httpUrl } from '../url.ts';

/** The address an element's own relative links are read against. */
export function baseOf(element: RawElement, outer: string | null): string | null {
  return attribute(element, 'base') ?? outer;
}

/**
 * Where an entry's link is looked for, in this order: the original behind a redirecting proxy, an alternate page,
 * a plain RSS link, a guid that is a permalink, any other address it gives.
 */
const LINKS: readonly ((entry: RawElement, base: string | null) => (string | null)[])[] = [
  (entry, base) =>
    all(entry, 'feedburner:origlink').map((element) => httpUrl(element.text, baseOf(element, base))),
  (entry, base) =>
    atomLinks(entry, base, (rel, type) => rel === 'alternate' && (type === null || /html/.test(type))),
  (entry, base) => atomLinks(entry, base, (rel) => rel === 'alternate'),
  (entry, base) => all(entry, 'core:link').map((element) => httpUrl(element.text, baseOf(element, base))),
  (entry, base) => [permalink(entry, base)],
  (entry, base) =>
    all(entry, 'core:url', 'dc:identifier').map((element) => httpUrl(element.text, baseOf(element, base))),
  (entry, base) => [httpUrl(attribute(entry, 'about') ?? attribute(entry, 'resource'), base)],
  (entry, base) => all(entry, 'core:id').map((element) => httpUrl(element.text, baseOf(element, base))),
  (entry, base) => atomLinks(entry, base, (rel) => rel !== 'enclosure' && rel !== 'self' && rel !== 'edit'),
  (entry, base) => all(entry, 'core:comments').map((element) => httpUrl(element.text, baseOf(element, base))),
  (entry, base) => atomLinks(entry, base, (rel) => rel === 'self'),
];

/** Absolute address of the original, or null. */
export function link(entry: RawElement, base: string | null): string | null {
  for (const candidates of LINKS) {
    const found = candidates(entry, base).find((address) => address !== null);
    if (found) return found;
  }
  return null;
}

/** Address of the site that a feed belongs to, or null. */
export function siteLink(feed: RawElement, base: string | null): string | null {
  const [alternate] = atomLinks(feed, base, (rel) => rel === 'alternate').filter(
    (address) => address !== null,
  );
  const plain = all(feed, 'core:link').map((element) => httpUrl(element.text, baseOf(element, base)));
  return alternate ?? plain.find((address) => address !== null) ?? null;
}

function atomLinks(
  parent: RawElement,
  base: string | null,
  wanted: (rel: string, type: string | null) => boolean,
) {
  return all(parent, 'core:link')
    .filter((element) => attribute(element, 'href') !== null)
    .filter((element) => wanted(rel(element), attribute(element, 'type')))
    .map((element) => httpUrl(attribute(element, 'href'), baseOf(element, base)));
}

/** A link's relation in small letters; `alternate` when it names none, as Atom has it. */
export function rel(element: RawElement): string {
  const given = (attribute(element, 'rel') ?? 'alternate').toLowerCase();
  return given.replace('http://www.iana.org/assignments/relation/', '');
}

function permalink(entry: RawElement, base: string | null): string | null {
  const guid = all(entry, 'core:guid').find(
    (element) => attribute(element, 'ispermalink')?.toLowerCase() !== 'false',
  );
  return guid && /^(?:https?:)?\/\//i.test(guid.text.trim()) ? httpUrl(guid.text, baseOf(guid, base)) : null;
}

/** The entry's own identifier, or null: guid, Atom id, RDF's `about`, Dublin Core's identifier. */
export function givenId(entry: RawElement, base: string | null): string | null {
  const id =
    firstText(entry, 'core:guid', 'core:id') ??
    attribute(entry, 'about') ??
    firstText(entry, 'dc:identifier');
  if (id === null) return null;
  return /^\.{0,2}\//.test(id) ? (httpUrl(id, base) ?? id) : id.slice(0, 2048);
}
