import { type ChildNode, type Document, type Element, isTag, isText } from 'domhandler';
import { isBlankText, isBlock, isEmpty, isHeading, isNamed, some } from '../../html/nodes.ts';
import { textOf } from '../../html/text-of.ts';
import { element, elementsOf, rename, rewrite, setChildren, text } from '../../html/tree.ts';
import { canonicalLink } from '../../text/url.ts';
import { absoluteAddress } from '../address/absolute.ts';
import { markId, originalAddress } from '../dom/anchors.ts';
import type { Rule } from '../rule.ts';

/** Blocks that stay what they are, so that an id on them stays, too. */
const lasting = `p li dt dd td th tr blockquote pre figure figcaption table caption ul ol dl summary`.split(
  ' ',
);
const inline = new Set(
  'a abbr b cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var'.split(' '),
);

/** The number or sign of a footnote, and the sign that leads back from it. */
const noteNumber = /^(?:\d{1,3}|[[(]\d{1,3}[\])]|\*{1,3}|[†‡])$/;
const wayBack = /^(?:[↩↑⏎^←]\ufe0e?|back|return)$/iu;

/**
 * Marks the places that links within the article lead to, and these links: footnotes, contents lists. Removes all other
 * ids. A link whose place the body lacks leads to the source. No rule removes a footnote that a number leads to.
 */
export const rule: Rule = {
  name: 'anchors',
  apply(root, { base }, receipt) {
    const links = elementsOf(root).flatMap((link) => {
      const name = link.name === 'a' && !isEmpty(link) ? fragmentOf(link, base) : null;
      return name === null ? [] : [{ link, name }];
    });
    const places = links.length > 0 ? placesIn(root) : new Map<string, Element>();
    const led = links.flatMap(({ link, name }) => {
      const place = places.get(name) ?? places.get(`user-content-${name}`);
      return place && place !== link ? [{ link, name, place }] : [];
    });
    const carriers = led.map(({ place }) => carrierOf(place));
    for (const found of elementsOf(root)) {
      delete found.attribs['id'];
      if (found.name !== 'a' || !('href' in found.attribs)) delete found.attribs['name'];
    }
    led.forEach(({ link }, index) => {
      const carrier = carriers[index];
      if (!carrier) return;
      carrier.attribs['id'] ??= markId(index);
      const { href = '' } = link.attribs;
      link.attribs[originalAddress] = absoluteAddress(href, base) ?? '';
      link.attribs['href'] = `#${carrier.attribs['id']}`;
    });
    raiseNumbers(root, new Set(links.map(({ link }) => link)));
    led.forEach(({ link }, index) => {
      const note = carriers[index];
      if (note && noteNumber.test(textOf(link, 8))) receipt.keep(lineAround(note));
    });
  },
};

/**
 * The name of the place in the article that a link leads to, or null. A number or a way back counts on whatever page its
 * place is said to be, because some feeds give articles addresses that are not their own.
 */
function fragmentOf(link: Element, base: string | null): string | null {
  const raw = link.attribs['href']?.trim() ?? '';
  const at = raw.indexOf('#');
  if (at < 0 || at === raw.length - 1) return null;
  const words = textOf(link, 8);
  if (at > 0 && !noteNumber.test(words) && !wayBack.test(words)) {
    const page = absoluteAddress(raw.slice(0, at), base);
    if (base === null || page === null || canonicalLink(page) !== canonicalLink(base.replace(/#.*/, '')))
      return null;
  }
  return decoded(raw.slice(at + 1));
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Elements by their ids and names; of two of one name the first. */
function placesIn(root: Document): Map<string, Element> {
  const places = new Map<string, Element>();
  for (const found of elementsOf(root)) {
    for (const name of [found.attribs['id'], found.name === 'a' ? found.attribs['name'] : undefined]) {
      if (name && !places.has(decoded(name))) places.set(decoded(name), found);
    }
  }
  return places;
}

const isLasting = (found: Element): boolean => lasting.includes(found.name) || isHeading(found);

/** The element that can keep an id for a place through all rules, or null. */
function carrierOf(place: Element): Element | null {
  if (isEmpty(place)) return beside(place);
  if (isLasting(place)) return place;
  if (isBlock(place)) {
    const first = elementsOf(place).find((found) => isLasting(found) && !isEmpty(found));
    return first ?? (some(place, isBlock) ? null : place);
  }
  if (place.name === 'a' && !('href' in place.attribs)) rename(place, 'span');
  if (!inline.has(place.name)) {
    if (some(place, isBlock)) return null;
    rename(place, 'span');
  }
  return place;
}

/** The line that a place stands in: the notes of an article belong to it, wherever they stand. */
function lineAround(place: Element): Element {
  let line = place;
  while (!isBlock(line) && line.parent && isTag(line.parent)) line = line.parent;
  return line;
}

/** The place that an empty element stands for: the line around it, else what follows. */
function beside(place: Element): Element | null {
  for (let around = place.parent; around && isTag(around); around = around.parent) {
    if (isLasting(around)) return around;
  }
  let next = place.next;
  while (next && isBlankText(next)) next = next.next;
  if (next && isTag(next)) return isEmpty(next) ? null : carrierOf(next);
  if (!next || !isText(next)) return null;
  rename(place, 'span');
  const words = text(next.data);
  next.data = '';
  setChildren(place, [words]);
  place.attribs = {};
  return place;
}

/**
 * Raises the bare numbers of notes, which would run into the word before them, and puts the number of a note into the
 * line of its text where it stands alone before it.
 */
function raiseNumbers(root: Document, links: ReadonlySet<Element>): void {
  rewrite(root, (found) => {
    if (
      links.has(found) &&
      noteNumber.test(textOf(found, 8)) &&
      !some(found, (node) => isNamed(node, 'sup'))
    ) {
      const before = found.prev;
      const isGlued =
        before && (isText(before) ? /\S$/.test(before.data) : isTag(before) && !isBlock(before));
      if (isGlued && !isNamed(found.parent as Element | null, 'sup')) return [element('sup', {}, [found])];
    }
    const number = found.children.find((child) => !isBlankText(child));
    if (!number || !isTag(number) || !links.has(number) || !noteNumber.test(textOf(number, 8)))
      return undefined;
    let next: ChildNode | null = number.next;
    while (next && isBlankText(next)) next = next.next;
    if (!next || !isTag(next) || !isBlock(next)) return undefined;
    const line = [next, ...elementsOf(next)].find((inside) => !some(inside, isBlock) && !isEmpty(inside));
    if (!line) return undefined;
    setChildren(
      found,
      found.children.filter((child) => child !== number),
    );
    setChildren(line, [number, text(' '), ...line.children]);
    return undefined;
  });
}
