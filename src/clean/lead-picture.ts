import type { Document, Element } from 'domhandler';
import type { Picture } from '../feed/item.ts';
import { elementsOf } from '../html/tree.ts';

/** A picture known to be smaller than this on a side, in pixels, is an icon or a signature. */
const smallest = 120;

/** The first picture of a cleaned body that can represent it on a card, or null. */
export function leadPicture(root: Document): Picture | null {
  for (const found of elementsOf(root)) {
    const picture = found.name === 'img' ? pictureOf(found) : null;
    if (picture) return picture;
  }
  return null;
}

function pictureOf({ attribs }: Element): Picture | null {
  const [width, height] = [sizeOf(attribs['width']), sizeOf(attribs['height'])];
  const isSmall = [width, height].some((side) => side !== null && side < smallest);
  const url = attribs['src'];
  return url && /^https?:\/\//.test(url) && !isSmall
    ? { url, width, height, alt: attribs['alt'] || null }
    : null;
}

function sizeOf(given: string | undefined): number | null {
  return given && /^\d{1,5}$/.test(given) ? Number(given) : null;
}
