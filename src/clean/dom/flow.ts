import { type ChildNode, type Element, isTag, type ParentNode } from 'domhandler';
import { isBlock, isEmpty, isHeading, isNamed, some, trimRun } from '../../html/nodes.ts';
import { element, setChildren } from '../../html/tree.ts';
import {
  type Around,
  inside,
  linkOf,
  nothingAround,
  paragraphElements,
  partsLine,
  textDirection,
  wrapped,
  wrappedLines,
} from './runs.ts';

/** Blocks that hold only parts of certain names, and these names. A part anywhere else is treated as a wrapper. */
const partsOf = new Map<string, ReadonlySet<string>>([
  ['ul', new Set(['li'])],
  ['ol', new Set(['li'])],
  ['dl', new Set(['dt', 'dd'])],
  ['table', new Set(['caption', 'thead', 'tbody', 'tfoot', 'tr'])],
  ['thead', new Set(['tr'])],
  ['tbody', new Set(['tr'])],
  ['tfoot', new Set(['tr'])],
  ['tr', new Set(['td', 'th'])],
]);
const wholeGrids = new Set(['ul', 'ol', 'dl', 'table']);

/**
 * Turns the children of `parent` into blocks side by side: dissolves wrappers, makes paragraphs of loose text and of
 * what two line breaks separate, moves blocks out of inline elements, makes figures of pictures on a line of their own.
 */
export function flowInto(parent: ParentNode): void {
  const made = flow(parent.children, nothingAround);
  if (made.length !== parent.children.length || made.some((node, index) => node !== parent.children[index]))
    setChildren(parent, made);
}

function flow(nodes: ChildNode[], around: Around): ChildNode[] {
  const result: ChildNode[] = [];
  let run: ChildNode[] = [];
  const flush = () => {
    for (const made of paragraphElements(run, around)) result.push(made);
    run = [];
  };
  for (const node of nodes) {
    if (!isTag(node) || !(isBlock(node) || some(node, isBlock))) {
      run.push(node);
      continue;
    }
    flush();
    const parts = isBlock(node) ? block(node, around) : flow(node.children, inside(node, around));
    for (const part of parts) result.push(part);
  }
  flush();
  return result;
}

function block(found: Element, around: Around): ChildNode[] {
  const { name } = found;
  if (name === 'hr') return [found];
  if (name === 'pre') return isEmpty(found) ? [] : [found];
  if (name === 'figure') return figure(found, around);
  if (name === 'details') return details(found, around);
  if (name === 'p' && around.inline.length === 0 && isLine(found)) return wordsAlone(found);
  if (isHeading(found)) return heading(found, around);
  if (wholeGrids.has(name)) return grid(found, around);
  if (name !== 'blockquote') return flow(found.children, { ...around, attribs: textDirection(found) });
  setChildren(found, flow(found.children, { ...around, attribs: {} }));
  return [found];
}

/** Whether a paragraph holds the words of one line and nothing else, as most do. */
const isLine = ({ children }: Element): boolean =>
  !children.some((child) => isTag(child) && (partsLine(child) || isBlock(child) || some(child, isBlock)));

/** Trims such a paragraph and drops its other attributes. */
function wordsAlone(found: Element): ChildNode[] {
  const words = trimRun(found.children);
  if (words.length < found.children.length) setChildren(found, words);
  found.attribs = textDirection(found);
  return words.length === 0 ? [] : [found];
}

function details(found: Element, around: Around): ChildNode[] {
  const summary = found.children.find((child) => isNamed(child, 'summary'));
  const rest = flow(
    found.children.filter((child) => child !== summary),
    { ...around, attribs: {} },
  );
  if (!isNamed(summary, 'summary') || isEmpty(summary)) return rest;
  setChildren(found, [line(summary, around), ...rest]);
  return [found];
}

/** Makes a block one line by dissolving the blocks inside it. */
function line(found: Element, around: Around): Element {
  const [only] = heading(found, around);
  return isNamed(only, found.name) ? only : found;
}

/** Keeps a figure of pictures with their caption, as `rules/figures.ts` makes it. */
function figure(found: Element, around: Around): ChildNode[] {
  if (!some(found, (node) => isNamed(node, 'img') || isNamed(node, 'a'))) return flow(found.children, around);
  const children = found.children.flatMap((child) => {
    if (isNamed(child, 'figcaption')) return [cell(child, nothingAround)];
    return isNamed(child, 'img') ? wrapped([child], linkOf(around)) : [child];
  });
  setChildren(found, children);
  return [found];
}

/** Makes a heading one line. A picture or a list inside it is moved behind it. */
function heading(found: Element, around: Around): ChildNode[] {
  const parts = flow(found.children, { ...around, attribs: {} });
  const lines = parts.filter((part) => isNamed(part, 'p'));
  const rest = parts.filter((part) => !isNamed(part, 'p'));
  if (lines.length === 0) return rest;
  const joined = lines.flatMap(({ children }, index) =>
    index === 0 ? children : [element('br'), ...children],
  );
  setChildren(found, joined);
  return [found, ...rest];
}

function cell(found: Element, around: Around): Element {
  if (!some(found, isBlock)) {
    setChildren(found, wrappedLines(trimRun(found.children), around));
    return found;
  }
  const parts = flow(found.children, { ...around, attribs: {} });
  const [first, ...others] = parts;
  const opensWithLine = isNamed(first, 'p') && others.every((part) => isNamed(part, 'ul', 'ol'));
  setChildren(found, opensWithLine ? [...first.children, ...others] : parts);
  return found;
}

/** The terms and definitions that a `div` in a list of definitions holds together. */
const groupOf = (child: ChildNode): ChildNode[] =>
  isTag(child) && child.name === 'div' && child.children.some((inside) => isNamed(inside, 'dt', 'dd'))
    ? child.children
    : [child];

/**
 * Keeps only the proper parts in lists and tables. Anything else in a list becomes an entry of it; anything else in a
 * table is moved before it.
 */
function grid(found: Element, around: Around): ChildNode[] {
  const parts = partsOf.get(found.name);
  const isList = found.name !== 'table' && wholeGrids.has(found.name);
  const children: ChildNode[] = [];
  const strays: ChildNode[] = [];
  const given = found.name === 'dl' ? found.children.flatMap(groupOf) : found.children;
  for (const child of given) {
    if (isTag(child) && parts?.has(child.name)) {
      if (!partsOf.has(child.name)) children.push(cell(child, around));
      else for (const made of grid(child, around)) (made === child ? children : strays).push(made);
    } else if (isList && !isEmpty(child)) {
      children.push(cell(element(found.name === 'dl' ? 'dd' : 'li', {}, [child]), around));
    } else if (!isEmpty(child)) for (const made of flow([child], around)) strays.push(made);
  }
  setChildren(found, children);
  return children.length > 0 ? [...strays, found] : strays;
}
