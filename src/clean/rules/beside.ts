import { type ChildNode, type Document, type Element, isTag } from 'domhandler';
import type { EntryPicture } from '../../feed/item.ts';
import { element, elementsOf, setChildren, text } from '../../html/tree.ts';
import { isPictureAddress, pictureKey, widthInAddress } from '../../text/picture-address.ts';
import { absoluteAddress, siteOf } from '../address/absolute.ts';
import { playerAt } from '../address/embeds.ts';
import type { CleanContext } from '../context.ts';
import { emptyDescriptions } from '../phrases/captions.ts';
import { withoutProxy } from '../picture/proxies.ts';
import type { Rule } from '../rule.ts';

/** A picture of this width, in pixels, is wide enough as it is. */
const wideEnough = 600;
/** Shortest name of a file, in characters, that tells one picture from others wherever it lies. */
const telling = 10;

/**
 * Shows the pictures that the feed gives beside the text and that the body lacks: the first above the text of an entry
 * with a headline, the others below. Films and recordings become link cards.
 */
export const rule: Rule = {
  name: 'beside',
  apply(root, { beside }) {
    if (!beside || beside.pictures.length === 0) return;
    widen(root, beside.pictures);
    const { addresses, names } = shownIn(root);
    const lacking = beside.pictures.filter(({ url, plays }) => {
      const address = withoutProxy(url);
      if (plays !== null) return !addresses.has(pictureKey(playerAt(plays).address));
      return !addresses.has(pictureKey(address)) && !names.has(nameOf(address));
    });
    if (lacking.length === 0) return;
    const figures = lacking.map((one) => figure(one, beside));
    const folded =
      root.children.length === 1 && isTag(root.children[0] as ChildNode)
        ? (root.children[0] as Element)
        : null;
    const place = folded?.name === 'details' ? folded : root;
    const above = place === root && beside.titled ? figures.slice(0, 1) : [];
    setChildren(place, [...above, ...place.children, ...figures.slice(above.length)]);
  },
};

/** Shows a picture of the body in the wider size that the feed has of it. */
function widen(root: Document, pictures: readonly EntryPicture[]): void {
  const wide = new Map(
    pictures.filter(({ plays }) => plays === null).map((one) => [pictureKey(one.url), one]),
  );
  for (const img of elementsOf(root)) {
    if (img.name !== 'img') continue;
    const { src = '', width: given } = img.attribs;
    const one = wide.get(pictureKey(src));
    const width = Number(given ?? widthInAddress(src) ?? 0);
    if (!one?.width || width === 0 || one.width <= width || width >= wideEnough) continue;
    const { alt = '' } = img.attribs;
    img.attribs = { ...picture(one).attribs, alt };
  }
}

/** What a body shows already: the keys of its pictures and links, and the telling names of its pictures' files. */
function shownIn(root: Document): { addresses: Set<string>; names: Set<string> } {
  const addresses = new Set<string>();
  const names = new Set<string>();
  for (const { name, attribs } of elementsOf(root)) {
    const address = name === 'img' ? attribs['src'] : name === 'a' ? attribs['href'] : undefined;
    if (!address) continue;
    addresses.add(pictureKey(address));
    if (name === 'img') names.add(nameOf(address));
  }
  names.delete('');
  return { addresses, names };
}

/** The name of a picture's file without its size, or '' when other pictures may have the same. */
function nameOf(address: string): string {
  const path = pictureKey(decodedNested(address)).split('?')[0] ?? '';
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.length >= telling && /\d/.test(name) ? name : '';
}

/** The address that a service of resized pictures has in its own, else the address. */
function decodedNested(address: string): string {
  const nested = /https?(?:%3A|:)(?:%2F|\/){2}[^?&]+$/i.exec(address.slice(8))?.[0];
  try {
    return nested ? decodeURIComponent(nested) : address;
  } catch {
    return address;
  }
}

function figure(one: EntryPicture, { base }: NonNullable<CleanContext['beside']>): Element {
  const shown = one.plays === null ? [picture(one)] : [card(one, one.plays, base)];
  const caption =
    one.credit === null || one.credit === one.alt ? [] : [element('figcaption', {}, [text(one.credit)])];
  return element('figure', {}, [...shown, ...caption]);
}

function picture({ url, width, height, alt }: EntryPicture): Element {
  const words = alt !== null && !emptyDescriptions.pattern.test(alt) ? alt : '';
  return element('img', {
    src: absoluteAddress(url, null) ?? '',
    alt: words,
    ...(width !== null && height !== null && { width: String(width), height: String(height) }),
  });
}

/** A link to where a film or a recording plays, with its poster. A triangle marks it, as it does players in bodies. */
function card(one: EntryPicture, plays: string, base: string | null): Element {
  const player = playerAt(plays);
  const isFile = player.address === plays;
  const label = text(`▶ ${one.alt ?? ((isFile && siteOf(base)) || player.name)}`);
  const hasPoster = one.url !== plays && isPictureAddress(one.url) !== false;
  const poster = hasPoster ? one.url : player.poster;
  const shown = poster ? [element('img', { src: poster, alt: '' }), label] : [label];
  return element('a', { href: absoluteAddress(player.address, null) ?? '' }, shown);
}
