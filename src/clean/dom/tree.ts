import { type AnyNode, type ChildNode, Element, isTag, isText, type ParentNode, Text } from 'domhandler';

/** Elements that start on a line of their own. */
const blocks = new Set(
  `address article aside blockquote body center caption colgroup dd details dialog dir div dl dt fieldset
  figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search
  section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);

/** Elements that are content without having text. */
const media = new Set(['img', 'picture', 'video', 'audio', 'iframe', 'embed', 'object', 'hr']);

export const isBlock = (node: AnyNode): boolean => isTag(node) && blocks.has(node.name);
export const blocksIn = (parent: ParentNode): Element[] => parent.children.filter(isTag).filter(isBlock);
/** Whether a node is an element of one of these names; says nothing of the type of a node that is not. */
export function isNamed<T extends AnyNode>(
  node: T | null | undefined,
  ...names: string[]
): node is T & Element {
  return node != null && isTag(node) && names.includes(node.name);
}

export const isHeading = (node: AnyNode): boolean => isTag(node) && /^h[1-6]$/.test(node.name);

/** Text that shows nothing: white space of any kind, zero-width characters. */
export const isBlank = (text: string): boolean => !/[^\s\u00ad\u200b-\u200f\u2060\ufeff]/.test(text);
export const isBlankText = (node: AnyNode): boolean => isText(node) && isBlank(node.data);

/** A fresh element around `children`, which are taken from where they were. */
export function element(
  name: string,
  attribs: Record<string, string> = {},
  children: ChildNode[] = [],
): Element {
  const made = new Element(name, attribs);
  setChildren(made, children);
  return made;
}

export const text = (data: string): Text => new Text(data);

/** Makes `children` the children of `parent` and mends every link between them. */
export function setChildren(parent: ParentNode, children: ChildNode[]): void {
  let previous: ChildNode | null = null;
  for (const child of children) {
    child.parent = parent;
    child.prev = previous;
    if (previous) previous.next = child;
    previous = child;
  }
  if (previous) previous.next = null;
  parent.children = children;
}

/** What becomes of a node: `undefined` leaves it, `[]` drops it, others stand in its place. */
export type Replacement = ChildNode[] | undefined;

/** Offers every element below `parent`, innermost first, and puts the replacements in place. Linear. */
export function rewrite(parent: ParentNode, change: (found: Element) => Replacement): void {
  for (const child of parent.children) if (isTag(child)) rewrite(child, change);
  replaceEach(parent, (child) => (isTag(child) ? change(child) : undefined));
}

/** The same for the children of one parent, texts and all. */
export function replaceEach(parent: ParentNode, change: (child: ChildNode) => Replacement): void {
  const children: ChildNode[] = [];
  let changed = false;
  for (const child of parent.children) {
    const instead = change(child);
    if (instead === undefined) children.push(child);
    else {
      changed = true;
      for (const node of instead) children.push(node);
    }
  }
  if (changed) setChildren(parent, children);
}

/** Every element below `parent`, in document order. */
export function elementsOf(parent: ParentNode, gathered: Element[] = []): Element[] {
  for (const child of parent.children) {
    if (!isTag(child)) continue;
    gathered.push(child);
    elementsOf(child, gathered);
  }
  return gathered;
}

/** Whether any element below `parent`, or any text, passes. */
export function some(parent: ParentNode, passes: (node: ChildNode) => boolean): boolean {
  return parent.children.some((child) => passes(child) || (isTag(child) && some(child, passes)));
}

/** The text below a node, white space collapsed and trimmed; cut at about `limit` characters. */
export function textOf(node: AnyNode, limit = Number.POSITIVE_INFINITY): string {
  let gathered = '';
  const gather = (from: AnyNode): void => {
    if (gathered.length > limit) return;
    if (isText(from)) gathered += from.data;
    else if ('children' in from) {
      const spaced = isBlock(from) || isNamed(from, 'br');
      if (spaced) gathered += ' ';
      for (const child of from.children) gather(child);
      if (spaced) gathered += ' ';
    }
  };
  gather(node);
  return gathered.replace(/\s+/g, ' ').trim();
}

/** Whether a node shows anything: text, a picture, a player, a rule. */
export function isEmpty(node: AnyNode): boolean {
  if (isText(node)) return isBlank(node.data);
  if (!isTag(node)) return true;
  return !media.has(node.name) && !some(node, (child) => !isEmptyLeaf(child));
}

function isEmptyLeaf(node: ChildNode): boolean {
  return isText(node) ? isBlank(node.data) : !(isTag(node) && media.has(node.name));
}

/** How many elements stand below `parent`. */
export function sizeOf(parent: ParentNode): number {
  return parent.children.reduce((sum, child) => sum + (isTag(child) ? 1 + sizeOf(child) : 0), 0);
}

/** Drops what shows nothing at either end of a run: white space, line breaks, empty elements. */
export function trimRun(nodes: ChildNode[]): ChildNode[] {
  const idle = (node: ChildNode | undefined) => node && isEmpty(node);
  let start = 0;
  let end = nodes.length;
  while (start < end && idle(nodes[start])) start += 1;
  while (end > start && idle(nodes[end - 1])) end -= 1;
  return nodes.slice(start, end);
}
