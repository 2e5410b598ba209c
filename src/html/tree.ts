import {
  type AnyNode,
  type ChildNode,
  Element,
  isDocument,
  isTag,
  isText,
  type ParentNode,
  Text,
} from 'domhandler';

/** Elements that start on a line of their own. */
const blocks = new Set(
  `address article aside blockquote body center caption colgroup dd details dialog dir div dl dt fieldset
  figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search
  section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);

const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

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

export const isHeading = (node: AnyNode): boolean => isTag(node) && headings.has(node.name);

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

/** Rises with every change of any tree's shape: what was found out about a tree holds as long as this stays. */
let changes = 0;

/**
 * A fact about a whole tree, found out again only once a tree has changed. Texts may change without notice. Only the
 * last tree's is known: bodies are cleaned one after another.
 */
export function factOf<Root extends ParentNode, Fact>(findOut: (root: Root) => Fact): (root: Root) => Fact {
  let last: { root: Root; at: number; fact: Fact } | null = null;
  return (root) => {
    if (last?.root !== root || last.at !== changes) last = { root, at: changes, fact: findOut(root) };
    return last.fact;
  };
}

/** Gives an element another name. */
export function rename(found: Element, name: string): void {
  if (found.name === name) return;
  found.name = name;
  changes += 1;
}

/** Makes `children` the children of `parent` and mends every link between them. */
export function setChildren(parent: ParentNode, children: ChildNode[]): void {
  changes += 1;
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

/**
 * Offers every element below `parent`, or those of some names, innermost first, and puts the replacements in
 * place. Linear; nothing at all for a document that has none of the names.
 */
export function rewrite(
  parent: ParentNode,
  change: (found: Element) => Replacement,
  names?: ReadonlySet<string>,
): void {
  if (names && isDocument(parent) && names.isDisjointFrom(namesIn(parent))) return;
  const changeChild = (child: ChildNode): Replacement =>
    isTag(child) && (!names || names.has(child.name)) ? change(child) : undefined;
  const visit = (around: ParentNode): void => {
    for (const child of around.children) if (isTag(child)) visit(child);
    replaceEach(around, changeChild);
  };
  visit(parent);
}

/** The same for the children of one parent, texts and all. */
export function replaceEach(parent: ParentNode, change: (child: ChildNode) => Replacement): void {
  let changed: ChildNode[] | null = null;
  let at = 0;
  for (const child of parent.children) {
    const instead = change(child);
    if (instead === undefined) changed?.push(child);
    else {
      changed ??= parent.children.slice(0, at);
      for (const node of instead) changed.push(node);
    }
    at += 1;
  }
  if (changed) setChildren(parent, changed);
}

/** Every element below `parent`, in document order. */
export function elementsOf(parent: ParentNode): readonly Element[] {
  return isDocument(parent) ? elementsOfDocument(parent) : gatherElements(parent, []);
}

function gatherElements(parent: ParentNode, gathered: Element[]): Element[] {
  for (const child of parent.children) {
    if (!isTag(child)) continue;
    gathered.push(child);
    gatherElements(child, gathered);
  }
  return gathered;
}

const elementsOfDocument = factOf((root: ParentNode) => gatherElements(root, []));

/** The names of all elements in a document. */
export const namesIn = factOf(
  (root: ParentNode): ReadonlySet<string> => new Set(elementsOf(root).map(({ name }) => name)),
);

/** Whether any element below `parent`, or any text, passes. */
export function some(parent: ParentNode, passes: (node: ChildNode) => boolean): boolean {
  for (const child of parent.children) {
    if (passes(child) || (isTag(child) && some(child, passes))) return true;
  }
  return false;
}

/** The text below a node, white space collapsed and trimmed; cut at about `limit` characters. */
export function textOf(node: AnyNode, limit = Number.POSITIVE_INFINITY): string {
  const only = isTag(node) && node.children.length === 1 ? node.children[0] : node;
  return only && isText(only) ? lineOf(only) : foldSpace(gatherText(node, '', limit)).trim();
}

/** Texts as one line, with the data that they were made of: every rule asks again for those that stayed. */
const lines = new WeakMap<Text, { data: string; line: string }>();

function lineOf(found: Text): string {
  const { data } = found;
  let known = lines.get(found);
  if (known?.data !== data) {
    known = { data, line: foldSpace(data).trim() };
    lines.set(found, known);
  }
  return known.line;
}

function gatherText(from: AnyNode, before: string, limit: number): string {
  if (before.length > limit) return before;
  if (isText(from)) return before + from.data;
  if (!('children' in from)) return before;
  const space = isBlock(from) || isNamed(from, 'br') ? ' ' : '';
  let gathered = before + space;
  for (const child of from.children) gathered = gatherText(child, gathered, limit);
  return gathered + space;
}

/** White space that is not one plain space; written so that most characters are tried once. */
export const unfolded = /[^\S ]\s*| \s+/g;

/** Every run of white space as one plain space. */
export const foldSpace = (text: string): string => text.replace(unfolded, ' ');

/** Whether a node shows anything: text, a picture, a player, a rule. */
export function isEmpty(node: AnyNode): boolean {
  if (isText(node)) return isBlank(node.data);
  if (!isTag(node)) return true;
  return !media.has(node.name) && !some(node, (child) => !isEmptyLeaf(child));
}

function isEmptyLeaf(node: ChildNode): boolean {
  return isText(node) ? isBlank(node.data) : !(isTag(node) && media.has(node.name));
}

/** Whether a node shows any words. */
export const hasWords = (node: AnyNode): boolean =>
  isText(node) ? !isBlank(node.data) : isTag(node) && some(node, isWords);

const isWords = (node: ChildNode): boolean => isText(node) && !isBlank(node.data);

/** How many elements stand below `parent`. */
export function sizeOf(parent: ParentNode): number {
  return elementsOf(parent).length;
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
