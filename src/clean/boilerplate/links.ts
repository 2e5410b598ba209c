import { type ChildNode, type Element, isTag } from 'domhandler';

const pictureFile = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** Whether a picture stands in a link to a page; a link to the picture itself only shows it larger. */
export function leadsElsewhere(node: Element): boolean {
  const href = linkAround(node);
  return href !== null && !pictureFile.test(href.replace(/[?#].*$/s, '')) && href !== node.attribs['src'];
}

/** Where the link leads that a node stands in, or null. */
export function linkAround(node: ChildNode): string | null {
  for (let outer = node.parent; outer && isTag(outer); outer = outer.parent) {
    if (outer.name === 'a' && outer.attribs['href']) return outer.attribs['href'];
  }
  return null;
}

/** Host of an address without `www.`, the scheme when it has none, '' for an address on the item's own site. */
export function hostOf(href: string): string {
  const url = URL.parse(href.trim(), 'https://own.invalid/');
  if (url === null) return href.trim();
  if (url.hostname === 'own.invalid') return '';
  return url.hostname === '' ? url.protocol : url.hostname.replace(/^www\./, '');
}
