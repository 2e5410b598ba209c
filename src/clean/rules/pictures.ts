import { type Element, isTag } from 'domhandler';
import { isNamed } from '../../html/nodes.ts';
import { textOf } from '../../html/text-of.ts';
import { element, elementsOf, type Replacement, rewrite, text } from '../../html/tree.ts';
import type { CleanContext } from '../context.ts';
import { keepLike } from '../dom/kept.ts';
import { isPixel, pixelsOf } from '../picture/pixels.ts';
import { pictureSource } from '../picture/source.ts';
import type { Rule } from '../rule.ts';

/** Greatest width and height that is kept, in CSS pixels. */
const largest = 20_000;

/** Elements that hold a picture, rewritten first; then the elements that are pictures. */
const holders = new Set(['noscript', 'picture', 'amp-img']);
const pictures = new Set(['img', 'source']);

/**
 * Makes every picture a plain `img` with its real, absolute address: resolves lazy-loading attributes, `srcset` and
 * `picture`, removes proxies, keeps sizes and alternative text. Removes pictures that only count readers.
 */
export const rule: Rule = {
  name: 'pictures',
  apply(root, context, receipt) {
    rewrite(
      root,
      (found) => (found.name === 'noscript' ? fromNoscript(found, context) : fromPicture(found, context)),
      holders,
    );
    rewrite(
      root,
      (found) => {
        if (found.name === 'source')
          return isNamed(found.parent as Element | null, 'video', 'audio') ? undefined : [];
        const smiley = smileyOf(found);
        if (smiley) return [text(smiley)];
        const address = pictureSource(found, context.base);
        if (address === null) return [];
        if (isPixel(found, address)) {
          receipt.noteText(`${rule.name}/pixel`, address);
          return [];
        }
        return [plainPicture(found, address)];
      },
      pictures,
    );
  },
};

/**
 * Uses the picture of a `noscript`: in place of the `noscript` if there is no picture before it, else for the attributes
 * that the same picture before it lacks. Removes any other `noscript`, which is an apology.
 */
function fromNoscript(found: Element, context: CleanContext): Replacement {
  const plain = pictureIn(found, context);
  if (!plain) return [];
  const before = [found.prev, found.prev?.prev].find((node) => node && isTag(node));
  const shown = before && isTag(before) ? shownPicture(before, context) : undefined;
  if (!shown) return found.children;
  if (pictureSource(shown, context.base) === pictureSource(plain, context.base)) {
    const own = Object.entries(shown.attribs).filter(([, value]) => value !== '');
    shown.attribs = { ...plain.attribs, ...Object.fromEntries(own) };
  }
  return [];
}

/** The picture with an address in an element without words, or undefined. */
function shownPicture(found: Element, context: CleanContext): Element | undefined {
  if (!isNamed(found, 'img', 'picture') && textOf(found, 1) !== '') return undefined;
  return pictureIn(found, context);
}

const pictureIn = (found: Element, context: CleanContext): Element | undefined =>
  [found, ...elementsOf(found)].find(
    (node) => isNamed(node, 'img', 'picture') && pictureSource(node, context.base) !== null,
  );

function fromPicture(found: Element, context: CleanContext): Replacement {
  const sources = found.children.filter((node): node is Element => isNamed(node, 'source'));
  const img =
    found.children.find((node): node is Element => isNamed(node, 'img')) ?? element('img', found.attribs);
  const address = pictureSource(img, context.base, sources);
  return address ? [element('img', { ...img.attribs, src: address })] : [];
}

function plainPicture(img: Element, address: string): Element {
  const attribs: Record<string, string> = { src: address };
  const alt = (img.attribs['alt'] ?? img.attribs['title'] ?? '').replace(/\s+/g, ' ').trim();
  attribs['alt'] = alt;
  for (const side of ['width', 'height'] as const) {
    const pixels = pixelsOf(img, side);
    if (pixels && pixels <= largest) attribs[side] = String(pixels);
  }
  const plain = element('img', attribs);
  keepLike(img, plain);
  return plain;
}

/** The character that the picture of a smiley represents, else null. */
function smileyOf(img: Element): string | null {
  const alt = img.attribs['alt']?.trim() ?? '';
  const isSmiley = /\b(?:emoji|wp-smiley)\b/.test(img.attribs['class'] ?? '');
  return isSmiley && alt.length <= 12 && /^\p{Extended_Pictographic}/u.test(alt) ? alt : null;
}
