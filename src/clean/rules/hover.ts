import { type ChildNode, type Document, type Element, isTag } from 'domhandler';
import { hasWords, isBlankText, isBlock } from '../../html/nodes.ts';
import { textOf } from '../../html/text-of.ts';
import { element, elementsOf, replaceEach, setChildren, text } from '../../html/tree.ts';
import { emptyDescriptions } from '../phrases/captions.ts';
import { pixelsOf } from '../picture/pixels.ts';
import type { Rule } from '../rule.ts';

/** Shortest title that is a caption, in columns; a Han character takes two. */
const shortest = 12;
/** Longest text of a body that is there for its picture, in characters. */
const fewWords = 240;
/** A picture known to be smaller on a side, in pixels, is an icon. */
const smallest = 64;

/** Names that programs give to pictures. */
const fileName =
  /\.\w{3,4}$|^(?:screenshot|screen shot|bildschirmfoto|img|dsc|image|photo|picture|untitled)[\s_-]*\d*\b.{0,24}$/i;

/**
 * Shows a caption that a reader would only see on hovering over a picture, above all the last word of many comics: a
 * `title` of words that stand nowhere else becomes the caption of the picture.
 */
export const rule: Rule = {
  name: 'hover',
  apply(root, { title }) {
    const titled = elementsOf(root).filter((found) => found.name === 'img' && titleOf(found) !== '');
    if (titled.length === 0) return;
    const seen = letters(`${title} ${textOf(root)}`);
    for (const img of titled) {
      const words = titleOf(img);
      if (isCaption(words, img, root) && !seen.includes(letters(words))) showBelow(img, words);
    }
  },
};

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The title of a picture, else that of the link around it. */
function titleOf(img: Element): string {
  const around = img.parent;
  const { title = '' } = img.attribs;
  const shown =
    title.trim() || (around && isTag(around) && around.name === 'a' ? (around.attribs['title'] ?? '') : '');
  return shown.replace(/\s+/g, ' ').trim();
}

function isCaption(words: string, img: Element, root: Document): boolean {
  const columns =
    words.length + (words.match(/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/gu)?.length ?? 0);
  if (columns < shortest || !/\s|\p{Lo}/u.test(words) || fileName.test(words)) return false;
  if (emptyDescriptions.pattern.test(words)) return false;
  if ((['width', 'height'] as const).some((side) => (pixelsOf(img, side) ?? smallest) < smallest))
    return false;
  const repeatsAlt = letters(img.attribs['alt'] ?? '').includes(letters(words));
  return !repeatsAlt || textOf(root, fewWords + 1).length <= fewWords;
}

/** Makes a figure of a picture that stands alone, or adds to the caption of the figure around it. */
function showBelow(img: Element, words: string): void {
  let whole: Element = img;
  while (whole.parent && isTag(whole.parent) && wrappers.has(whole.parent.name)) whole = whole.parent;
  const caption = element('figcaption', {}, [text(words)]);
  const { parent } = whole;
  if (!parent) return;
  if (isTag(parent) && parent.name === 'figure') {
    setChildren(parent, [...parent.children, caption]);
  } else if (standsAlone(whole)) {
    replaceEach(parent, (child) => (child === whole ? [element('figure', {}, [whole, caption])] : undefined));
  }
}

const wrappers = new Set(['a', 'picture', 'span', 'noscript']);

/** Whether there are no words on the line of a picture. */
function standsAlone(whole: Element): boolean {
  const beside = (step: 'prev' | 'next'): boolean => {
    let node: ChildNode | null = whole[step];
    while (node && isBlankText(node)) node = node[step];
    return !node || (isTag(node) && (isBlock(node) || node.name === 'br' || !hasWords(node)));
  };
  return beside('prev') && beside('next');
}
