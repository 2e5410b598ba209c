import { type ChildNode, Element, isDocument, isTag, type ParentNode, Text } from 'domhandler';
import { isBlock } from './nodes.ts';

/** A new element with `children`, which leave the parent that they had. */
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

/**
 * How often the shape of any tree has changed. Module state, but it cannot change an answer: it only says when a
 * cached answer is out of date, and a change of another tree merely makes `cachedByShape` compute again.
 */
let changes = 0;

/**
 * Caches a function of a whole tree until the shape of any tree changes. A change of a text alone does not count:
 * `compute` must not depend on texts that rules change in place. Only the answer for the last tree is kept, because
 * bodies are cleaned one after another.
 */
export function cachedByShape<Root extends ParentNode, Answer>(
  compute: (root: Root) => Answer,
): (root: Root) => Answer {
  let last: { root: Root; changes: number; answer: Answer } | null = null;
  return (root) => {
    if (last?.root !== root || last.changes !== changes) last = { root, changes, answer: compute(root) };
    return last.answer;
  };
}

/** Changes the name of an element. */
export function rename(found: Element, name: string): void {
  if (found.name === name) return;
  found.name = name;
  changes += 1;
}

/** Replaces the children of `parent` and sets every link between them. */
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

/** What replaces a node: `undefined` leaves it as it is, `[]` removes it, other nodes take its place. */
export type Replacement = ChildNode[] | undefined;

/**
 * Calls `change` for every element below `parent`, innermost first, and puts the replacements in place. With `names`
 * only for elements of these names. Takes linear time, and none for a document that has none of the names.
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

/** Calls `change` for each child of one parent, texts included, and puts the replacements in place. */
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

const elementsOfDocument = cachedByShape((root: ParentNode) => gatherElements(root, []));

/** The names of all elements in a document. */
export const namesIn = cachedByShape(
  (root: ParentNode): ReadonlySet<string> => new Set(elementsOf(root).map(({ name }) => name)),
);

export const blocksIn = (parent: ParentNode): Element[] => parent.children.filter(isTag).filter(isBlock);

/** How many elements stand below `parent`. */
export function sizeOf(parent: ParentNode): number {
  return elementsOf(parent).length;
}
