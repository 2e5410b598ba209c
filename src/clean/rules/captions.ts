import { type ChildNode, type Element, isTag } from 'domhandler';
import { isBlankText, isNamed, some } from '../../html/nodes.ts';
import { textOf } from '../../html/text-of.ts';
import { element, elementsOf, namesIn, setChildren } from '../../html/tree.ts';
import { credits } from '../phrases/captions.ts';
import type { Rule } from '../rule.ts';

/** Longest credit line, in characters. */
const longestCredit = 90;
/** Most lines below a picture that may belong to it: a credit and a caption. */
const mostLines = 2;

/**
 * Moves lines below a picture into its `figcaption`: small print, a credit, and a line with the words of the alternative
 * text.
 */
export const rule: Rule = {
  name: 'captions',
  apply(root) {
    if (!namesIn(root).has('figure')) return;
    for (const parent of [root, ...elementsOf(root)]) {
      if (parent.children.some((child) => isNamed(child, 'figure'))) joinLines(parent.children, parent);
    }
  },
};

function joinLines(nodes: ChildNode[], parent: Parameters<typeof setChildren>[0]): void {
  const kept: ChildNode[] = [];
  let figure: Element | null = null;
  let lines = 0;
  for (const node of nodes) {
    if (figure && isNamed(node, 'p') && lines < mostLines && belongs(node, figure)) {
      addLine(figure, node);
      lines += 1;
      continue;
    }
    kept.push(node);
    if (isBlankText(node)) continue;
    figure = isNamed(node, 'figure') && !hasCaption(node) ? node : null;
    lines = 0;
  }
  if (kept.length < nodes.length) setChildren(parent, kept);
}

const hasCaption = (figure: Element): boolean =>
  figure.children.some((child) => isNamed(child, 'figcaption'));

function belongs(line: Element, figure: Element): boolean {
  if (some(line, (node) => isNamed(node, 'img'))) return false;
  const shown = line.children.filter((child) => !isBlankText(child));
  if (shown.length > 0 && shown.every((child) => isNamed(child, 'small'))) return true;
  const words = textOf(line, 1000);
  if (words.length <= longestCredit && credits.pattern.test(words)) return true;
  return words !== '' && words === alternativeText(figure);
}

function alternativeText(figure: Element): string {
  const [img] = elementsOf(figure).filter((inside) => isNamed(inside, 'img'));
  return (img?.attribs['alt'] ?? '').replace(/\s+/g, ' ').trim();
}

/** Appends a line to the caption. Small print needs no `small` there; a second line starts after a `br`. */
function addLine(figure: Element, line: Element): void {
  const words = line.children.flatMap((child) => (isNamed(child, 'small') ? child.children : [child]));
  const last = figure.children.at(-1);
  if (last && isTag(last) && last.name === 'figcaption')
    setChildren(last, [...last.children, element('br'), ...words]);
  else setChildren(figure, [...figure.children, element('figcaption', {}, words)]);
}
