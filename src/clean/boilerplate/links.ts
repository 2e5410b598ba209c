import { type ChildNode, type Element, isTag } from 'domhandler';

const pictureFile = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** Whether a picture stands in a link to a page. A link to the picture itself only shows it larger. */
export function leadsElsewhere(node: Element): boolean {
  const href = linkAround(node);
  return href !== null && !pictureFile.test(href.replace(/[?#].*$/s, '')) && href !== node.attribs['src'];
}

/** The address of the link around a node, or null. */
export function linkAround(node: ChildNode): string | null {
  for (let outer = node.parent; outer && isTag(outer); outer = outer.parent) {
    if (outer.name === 'a' && outer.attribs['href']) return outer.attribs['href'];
  }
  return null;
}

/** The host of an address without `www.`, its scheme when it has no host, '' for an address on the item's site. */
export function hostOf(href: string): string {
  const url = URL.parse(href.trim(), 'https://own.invalid/');
  if (url === null) return href.trim();
  if (url.hostname === 'own.invalid') return '';
  return url.hostname === '' ? url.protocol : url.hostname.replace(/^www\./, '');
}
