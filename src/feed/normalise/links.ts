import { all, attribute, type RawElement } from '../raw-element.ts';
import { addressIn } from './addresses.ts';

/** The address that relative links in an element are resolved against. */
export function baseOf(element: RawElement, outer: string | null): string | null {
  return attribute(element, 'base') ?? outer;
}

type Finder = (entry: RawElement, base: string | null) => (string | null)[];

/** How many elements of one kind are tried. */
const MOST = 50;

/** Places of an entry's link, in this order. */
const LINKS: readonly Finder[] = [
  // FeedBurner, a proxy that counts readers: the original's address.
  (entry, base) => addresses(entry, base, 'feedburner:origlink'),
  // RSS; an Atom link beside it is for another format or another kind of reader.
  (entry, base) => addresses(entry, base, 'core:link'),
  // Atom: the page itself rather than another format of it.
  (entry, base) =>
    atomLinks(entry, base, (rel, type) => rel === 'alternate' && (type === null || /html/.test(type))),
  (entry, base) => atomLinks(entry, base, (rel) => rel === 'alternate'),
  (entry) =>
    all(entry, 'core:guid')
      .filter(isPermalink)
      .map((guid) => addressIn(guid.text, null)),
  // Channel Definition Format, RSS 1.0.
  (entry, base) => ['href', 'about', 'resource'].map((name) => addressIn(attribute(entry, name), base)),
  // Any other address.
  (entry, base) => addresses(entry, base, 'core:url'),
  (entry) => all(entry, 'core:id', 'dc:identifier').map((element) => addressIn(element.text, null)),
  (entry, base) =>
    atomLinks(entry, base, (rel) => !['enclosure', 'self', 'edit', 'replies', 'license'].includes(rel)),
  (entry, base) => addresses(entry, base, 'core:comments'),
  (entry, base) => atomLinks(entry, base, (rel) => rel === 'self'),
];

/** Absolute address of an entry's original, or null. */
export function entryLink(entry: RawElement, base: string | null): string | null {
  for (const find of LINKS) {
    const found = find(entry, base).find((address) => address !== null);
    if (found) return found;
  }
  return null;
}

/** Address of the site that a feed belongs to, or null. */
export function siteLink(feed: RawElement, base: string | null): string | null {
  const candidates = [
    ...addresses(feed, base, 'core:link'),
    ...atomLinks(feed, base, (rel, type) => rel === 'alternate' && (type === null || /html/.test(type))),
    ...atomLinks(feed, base, (rel) => rel === 'alternate'),
  ];
  return candidates.find((address) => address !== null) ?? null;
}

/**
 * The address that links without an xml:base are resolved against: the document's, or the site's when the two are on
 * different hosts, because the document is then a copy of the feed by somebody else.
 */
export function outerBase(feed: RawElement, documentBase: string | null): string | null {
  const declared = attribute(feed, 'base');
  if (declared !== null) return declared;
  const site = siteLink(feed, documentBase);
  const host = (address: string | null) => (address === null ? null : URL.parse(address)?.host);
  return site !== null && host(site) !== host(documentBase) ? site : documentBase;
}

function addresses(parent: RawElement, base: string | null, name: string): (string | null)[] {
  return all(parent, name)
    .slice(0, MOST)
    .map((element) => addressIn(element.text, baseOf(element, base)));
}

function atomLinks(
  parent: RawElement,
  base: string | null,
  wanted: (rel: string, type: string | null) => boolean,
): (string | null)[] {
  return all(parent, 'core:link')
    .filter((element) => attribute(element, 'href') !== null)
    .filter((element) => wanted(rel(element), attribute(element, 'type')))
    .slice(0, MOST)
    .map((element) => addressIn(attribute(element, 'href'), baseOf(element, base)));
}

/** A link's relation in lower case; without one, `alternate` (RFC 4287, section 4.2.7.2). */
export function rel(element: RawElement): string {
  const given = (attribute(element, 'rel') ?? 'alternate').toLowerCase();
  return given.replace('http://www.iana.org/assignments/relation/', '');
}

function isPermalink(guid: RawElement): boolean {
  return attribute(guid, 'ispermalink')?.toLowerCase() !== 'false';
}
