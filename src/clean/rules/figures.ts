import { type ChildNode, Element, isTag, type ParentNode } from 'domhandler';
import { isBlock, isEmpty, isNamed, some, trimRun } from '../../html/nodes.ts';
import { matcher } from '../../html/selectors.ts';
import { textOf } from '../../html/text-of.ts';
import { element, elementsOf, rewrite, setChildren, text } from '../../html/tree.ts';
import { isPicture } from '../dom/runs.ts';
import { creditLabels } from '../phrases/captions.ts';
import type { Rule } from '../rule.ts';

/** Elements that hold a picture with its caption. Sources: HTML, WordPress, Plone, BBC, VOA, MediaWiki, Blogger. */
const holders = matcher([
  'figure',
  '.wp-caption',
  '.image-inline.captioned',
  '.media-landscape',
  '.media-portrait',
  '.media-with-caption',
  '.contentImage',
  '.thumbinner',
  'table.tr-caption-container',
  '.captioned-image-container',
]);

/** Marks of a caption or a credit on many sites. */
const named = matcher(['[class*=caption i]', 'p[role=text][class*=copyright i]']);
const lines = (found: Element): boolean =>
  named(found) &&
  textOf(found, longestCaption + 1).length <= longestCaption &&
  !some(found, (node) => isNamed(node, 'img', 'ul', 'ol', 'table'));

/** Marks of the credit inside a caption. */
const credits = matcher([
  '.copyright',
  '.credit',
  '.story-image-copyright',
  '.media-caption__text',
  '.image-credit',
]);

/** Longest caption, in characters. A longer text beside pictures is an article in a frame. */
const longestCaption = 600;

/** Makes a `figure` of what a site marks as a picture with its caption, and small print of a marked caption alone. */
export const rule: Rule = {
  name: 'figures',
  apply(root) {
    const known = new Map<ParentNode, boolean>();
    rewrite(root, (found) => {
      if (found.name === 'figure') {
        const table = captionedTable(found);
        if (table) return [table];
        const gallery = galleryOf(found);
        if (gallery) return gallery;
      }
      if (holders(found)) return figure(found);
      if (lines(found) && !isInHolder(found.parent, known)) return [smallPrint(found)];
      return undefined;
    });
  },
};

/** The table of a figure, with the caption of the figure as its own. */
function captionedTable(found: Element): Element | null {
  const shown = found.children.filter((child) => !isEmpty(child));
  const table = shown.find((child): child is Element => isNamed(child, 'table'));
  const caption = shown.find((child): child is Element => isNamed(child, 'figcaption'));
  if (!table || !caption || shown.length !== 2 || table.children.some((child) => isNamed(child, 'caption')))
    return null;
  setChildren(table, [element('caption', {}, caption.children), ...table.children]);
  return table;
}

/** The figures inside of a figure, where one has a caption of its own, and the caption of them all below them. */
function galleryOf(found: Element): ChildNode[] | null {
  const inside = elementsOf(found).filter(({ name }) => name === 'figure');
  const isCaptioned = (one: Element) => one.children.some((child) => isNamed(child, 'figcaption'));
  if (!inside.some(isCaptioned)) return null;
  const own = found.children.filter((child): child is Element => isNamed(child, 'figcaption'));
  if (
    textOf(found).length >
    inside.reduce((sum, one) => sum + textOf(one).length + 1, 0) + textOf(own[0] ?? text('')).length
  )
    return null;
  return [...inside, ...own.map(({ children }) => element('p', {}, [element('small', {}, children)]))];
}

function figure(found: Element): ChildNode[] {
  const pictures: ChildNode[] = [];
  const words: ChildNode[][] = [];
  const isArticle = textOf(found, longestCaption + 1).length > longestCaption;
  if (!isArticle && some(found, (node) => isNamed(node, 'img', 'a'))) sort(found, pictures, words);
  if (pictures.length === 0) return found.name === 'figure' ? found.children : [found];
  const shown = words.map(trimRun).filter((line) => !line.every(isEmpty));
  const caption = shown.filter((line, index) => !isNamedTwice(line, shown[index - 1]));
  const lines = caption.flatMap((line, index) =>
    index === 0 ? line : [between(caption[index - 1]), ...line],
  );
  const parts = lines.length === 0 ? [] : [element('figcaption', {}, lines)];
  return [element('figure', {}, [...pictures, ...parts])];
}

/** What separates two lines of a caption: a space behind a label, so that its name stays on the line, else a `br`. */
const between = (before: ChildNode[] | undefined): ChildNode =>
  wordsOf(before).replace(creditLabels.pattern, '') === '' ? text(' ') : element('br');

/** Whether a line repeats the name that the hidden label before it contains. */
function isNamedTwice(line: ChildNode[], before: ChildNode[] | undefined): boolean {
  const said = wordsOf(before);
  const name = said.replace(creditLabels.pattern, '');
  return name !== said && name !== '' && name === wordsOf(line);
}

const wordsOf = (nodes: ChildNode[] | undefined): string => textOf(new Element('span', {}, nodes));

/** Sorts the content of a holder into pictures and lines of words, in document order, without layout. */
function sort(from: Element, pictures: ChildNode[], words: ChildNode[][], link: Element | null = null): void {
  let line: ChildNode[] = [];
  const linked = (nodes: ChildNode[]) =>
    link && !nodes.every(isEmpty) ? [element('a', { ...link.attribs }, nodes)] : nodes;
  const endLine = () => {
    if (line.length > 0) words.push(linked(line));
    line = [];
  };
  for (const child of from.children) {
    if (isPicture(child) || isLinkCard(child)) pictures.push(...linked([child]));
    else if (isTag(child) && standsApart(child)) {
      endLine();
      sort(child, pictures, words, isNamed(child, 'a') ? child : link);
    } else if (isNamed(child, 'br')) endLine();
    else line.push(child);
  }
  endLine();
}

/** Whether an element is a block, or contains a picture, a credit, a block or a line break. */
const standsApart = (found: Element): boolean => {
  const parts = (node: ChildNode) =>
    isTag(node) && (isBlock(node) || isNamed(node, 'img', 'br') || credits(node));
  return parts(found) || some(found, parts);
};

/** Whether a node is the link card of a player, as `embeds.ts` makes it. */
const isLinkCard = (node: ChildNode): boolean => isNamed(node, 'a') && textOf(node, 2).startsWith('▶');

function smallPrint(found: Element): Element {
  if (found.children.some(isBlock)) return found;
  setChildren(found, [element('small', {}, found.children)]);
  return element('p', {}, found.children);
}

/** Whether `around` or an element around it is a holder. `known` caches the answers for one body. */
function isInHolder(around: ParentNode | null, known: Map<ParentNode, boolean>): boolean {
  if (!around || !isTag(around)) return false;
  const answer = known.get(around) ?? (holders(around) || isInHolder(around.parent, known));
  known.set(around, answer);
  return answer;
}
