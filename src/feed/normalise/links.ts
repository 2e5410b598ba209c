import { httpUrl } from '../../text/url.ts';
import { all, attribute, type RawElement } from '../raw.ts';

/** The address an element's own relative links are read against. */
export function baseOf(element: RawElement, outer: string | null): string | null {
  return attribute(element, 'base') ?? outer;
}

type Finder = (entry: RawElement, base: string | null) => (string | null)[];

/** Longest text taken for an address, in characters; mending its line ends costs the square of its length. */
const LONGEST = 8192;

/** How many elements of a kind are tried. */
const MOST = 50;

/** Where an entry's link is looked for, in this order. */
const LINKS: readonly Finder[] = [
  // The original behind a proxy that counts readers.
  (entry, base) => addresses(entry, base, 'feedburner:origlink'),
  // Atom: the page itself, rather than another form of it.
  (entry, base) =>
    atomLinks(entry, base, (rel, type) => rel === 'alternate' && (type === null || /html/.test(type))),
  (entry, base) => atomLinks(entry, base, (rel) => rel === 'alternate'),
  // RSS.
  (entry, base) => addresses(entry, base, 'core:link'),
  (entry) =>
    all(entry, 'core:guid')
      .filter(isPermalink)
      .map((guid) => httpUrl(guid.text)),
  // Channel Definition Format, RSS 1.0.
  (entry, base) => ['href', 'about', 'resource'].map((name) => httpUrl(attribute(entry, name), base)),
  // Whatever else is an address.
  (entry, base) => addresses(entry, base, 'core:url'),
  (entry) => all(entry, 'core:id', 'dc:identifier').map((element) => httpUrl(element.text)),
  (entry, base) =>
    atomLinks(entry, base, (rel) => !['enclosure', 'self', 'edit', 'replies', 'license'].includes(rel)),
  (entry, base) => addresses(entry, base, 'core:comments'),
  (entry, base) => atomLinks(entry, base, (rel) => rel === 'self'),
];

/** Absolute address of the original, or null. */
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
    ...atomLinks(feed, base, (rel) => rel === 'alternate'),
    ...addresses(feed, base, 'core:link'),
  ];
  return candidates.find((address) => address !== null) ?? null;
}

/**
 * The address that links without one of their own are read against: the site's rather than the document's where the two are
 * on different hosts, because then somebody republishes the feed.
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
    .map((element) => addressOf(element.text, baseOf(element, base)));
}

/** An address that stands as text: words are none, and a host alone lacks its scheme. */
function addressOf(text: string, base: string | null): string | null {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return null;
  const address = trimmed.replace(/\s*[\r\n]+\s*/g, '');
  if (/^www\.[\w-]+\.\w/i.test(address)) return httpUrl(`http://${address}`);
  return httpUrl(address, /[\s<>]/.test(address) ? null : base);
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
    .map((element) => httpUrl(attribute(element, 'href'), baseOf(element, base)));
}

/** A link's relation in small letters; `alternate` when it names none, as Atom has it. */
export function rel(element: RawElement): string {
  const given = (attribute(element, 'rel') ?? 'alternate').toLowerCase();
  return given.replace('http://www.iana.org/assignments/relation/', '');
}

function isPermalink(guid: RawElement): boolean {
  return attribute(guid, 'ispermalink')?.toLowerCase() !== 'false';
}
