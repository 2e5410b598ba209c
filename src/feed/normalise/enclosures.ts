import type { Enclosure } from '../item.ts';
import { all, attribute, type RawElement } from '../raw-element.ts';
import { addressIn } from './addresses.ts';
import { baseOf, rel } from './links.ts';

/** How many files of an entry are read. */
const MOST = 50;

/** Files attached to an entry: `enclosure`, Atom's enclosure links, Media RSS contents. Each address once. */
export function enclosures(entry: RawElement, base: string | null): Enclosure[] {
  const links = all(entry, 'core:link').filter((element) => rel(element) === 'enclosure');
  const groups = all(entry, 'media:group').flatMap((group) => all(group, 'media:content'));
  const outside = all(entry, 'core:content').filter((element) => attribute(element, 'src') !== null);
  const elements = [
    ...all(entry, 'core:enclosure'),
    ...links,
    ...outside,
    ...all(entry, 'media:content'),
    ...groups,
  ].filter((element) => !isNoEnclosure(element));
  const found = new Map<string, Enclosure>();
  for (const element of elements) {
    if (found.size === MOST) break;
    const address =
      attribute(element, 'url') ?? attribute(element, 'href') ?? attribute(element, 'src') ?? element.text;
    const url = addressIn(address, baseOf(element, base));
    if (url && !found.has(url)) found.set(url, { url, type: mediaType(element), length: bytes(element) });
  }
  return [...found.values()];
}

/** Media RSS also lists pictures, which `pictures.ts` reads, and Flash players, which no browser runs any more. */
function isNoEnclosure(element: RawElement): boolean {
  const type = attribute(element, 'type') ?? '';
  return attribute(element, 'medium') === 'image' || type === 'application/x-shockwave-flash';
}

/** The media type as given; null when it is too long or contains characters that no media type has. */
function mediaType(element: RawElement): string | null {
  const type = attribute(element, 'type');
  return type !== null && /^[\x20-\x7e]{1,255}$/.test(type) ? type : null;
}

function bytes(element: RawElement): number | null {
  const text = attribute(element, 'length') ?? attribute(element, 'filesize');
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
