import { type ChildNode, type Document, Element, isTag, isText } from 'domhandler';
import { isBlank, isBlock, isNamed, some } from '../../html/nodes.ts';
import { textOf } from '../../html/text-of.ts';
import { cachedByShape, element, elementsOf, rewrite, setChildren } from '../../html/tree.ts';
import type { Receipt } from '../rule.ts';

/** One line as a reader sees it: a paragraph, a heading, an entry of a list, or a part of these between `br`s. */
export interface Line {
  block: Element;
  nodes: ChildNode[];
  text: string;
  /** The outermost links of the line. */
  links: Element[];
  /** The share of the text that stands in links, 0 to 1. */
  linked: number;
  /** Whether it holds a picture. */
  pictured: boolean;
  /** How many lines with text stand before it and after it in the body. */
  fromStart: number;
  fromEnd: number;
}

const holders = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'dd', 'dt']);

/** The lines of a body that `flowInto` has changed, in document order, without captions and tables. */
export const linesOf = cachedByShape((root: Document): readonly Line[] =>
  linesIn(elementsOf(root).filter((found) => holders.has(found.name) && isOfText(found))),
);

const isOfText = (found: Element): boolean => !isInside(found, 'table', 'figure');

/** The lines of the captions of a body. */
export const captionLinesOf = cachedByShape((root: Document): readonly Line[] =>
  linesIn(elementsOf(root).filter(({ name }) => name === 'figcaption')),
);

function linesIn(blocks: readonly Element[]): Line[] {
  const lines: Line[] = [];
  for (const found of blocks) {
    if (found.children.some(isBlock)) continue;
    for (const nodes of splitAt(found.children)) {
      const line = lineOf(found, nodes);
      if (line.text !== '') lines.push(line);
    }
  }
  lines.forEach((line, index) => {
    line.fromStart = index;
    line.fromEnd = lines.length - 1 - index;
  });
  return lines;
}

/** The name under which a line is removed, or null when it stays. */
export type Verdict = (line: Line, index: number, lines: readonly Line[]) => string | null;

/** Removes the lines that `judge` names and the blocks that this leaves empty. Notes each line in the receipt. */
export function removeLines(root: Document, receipt: Receipt, judge: Verdict, lines = linesOf(root)): void {
  const gone = lines.filter((line, index) => {
    const name = judge(line, index, lines);
    if (name === null || !receipt.mayRemove(line.block)) return false;
    receipt.noteText(name, line.text);
    return true;
  });
  dropLines(root, gone);
}

/** Removes lines without a note in the receipt. */
export function dropLines(root: Document, gone: readonly Line[]): void {
  if (gone.length === 0) return;
  const nodes = new Map<Element, Set<ChildNode>>();
  for (const line of gone) {
    const known = nodes.get(line.block) ?? new Set();
    for (const node of line.nodes) known.add(node);
    nodes.set(line.block, known);
  }
  for (const [block, dropped] of nodes) {
    const left = splitAt(block.children.filter((child) => !dropped.has(child))).filter(
      (line) => line.length > 0,
    );
    setChildren(
      block,
      left.flatMap((line, index) => (index === 0 ? line : [element('br'), ...line])),
    );
  }
  rewrite(root, (found) =>
    nodes.has(found) && found.children.every((child) => textOf(child) === '' && !isMedia(child))
      ? []
      : undefined,
  );
}

const isMedia = (node: ChildNode): boolean =>
  isNamed(node, 'img') || (isTag(node) && some(node, (child) => isNamed(child, 'img')));

function lineOf(block: Element, nodes: ChildNode[]): Line {
  if (nodes.every(isText)) return plainLineOf(block, nodes);
  const around = new Element('span', {}, nodes);
  const text = textOf(around);
  const links = elementsOf(around).filter((found) => found.name === 'a');
  const linkText = links.reduce((sum, link) => sum + textOf(link).length, 0);
  return {
    block,
    nodes,
    text: isBlank(text) ? '' : text,
    links,
    linked: text === '' ? 0 : Math.min(1, linkText / text.length),
    pictured: nodes.some(isMedia),
    fromStart: 0,
    fromEnd: 0,
  };
}

/** The same for a line that is text and nothing else, as most are. */
function plainLineOf(block: Element, nodes: ChildNode[]): Line {
  const text = nodes.length === 1 ? textOf(nodes[0] as ChildNode) : textOf(new Element('span', {}, nodes));
  const shown = isBlank(text) ? '' : text;
  return { block, nodes, text: shown, links: [], linked: 0, pictured: false, fromStart: 0, fromEnd: 0 };
}

function splitAt(nodes: ChildNode[]): ChildNode[][] {
  const lines: ChildNode[][] = [[]];
  for (const node of nodes) {
    if (isNamed(node, 'br')) lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}

function isInside(found: Element, ...names: string[]): boolean {
  for (let around = found.parent; around && isTag(around); around = around.parent) {
    if (names.includes(around.name)) return true;
  }
  return false;
}
