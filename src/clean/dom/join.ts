import { type ChildNode, type Element, isTag, isText, type ParentNode } from 'domhandler';
import { isBlankText } from '../../html/nodes.ts';
import { setChildren } from '../../html/tree.ts';
import { keepLike } from './kept.ts';

/** Elements that look the same in one piece as in several. */
const joinable = new Set(['strong', 'b', 'em', 'i', 'u', 's', 'small']);

/** Joins adjacent texts, and adjacent elements of the same emphasis, in the whole tree. */
export function joinInline(parent: ParentNode): void {
  if (parent.children.length > 1) joinChildren(parent);
  for (const child of parent.children) if (isTag(child)) joinInline(child);
}

function joinChildren(parent: ParentNode): void {
  const children: ChildNode[] = [];
  for (const child of parent.children) {
    const last = children.at(-1);
    const before = children.at(-2);
    if (last && isText(last) && isText(child)) {
      last.data += child.data;
      keepLike(child, last);
    } else if (last && continues(last, child)) adopt(last as Element, child as Element);
    else if (before && last && isBlankText(last) && continues(before, child)) {
      adopt(before as Element, last, child as Element);
      children.pop();
    } else children.push(child);
  }
  if (children.length < parent.children.length) setChildren(parent, children);
}

const continues = (first: ChildNode, next: ChildNode): boolean =>
  isTag(first) && isTag(next) && first.name === next.name && joinable.has(first.name);

/** Appends in place, because copying the list for each of 10,000 neighbours would take minutes. */
function adopt(first: Element, ...more: ChildNode[]): void {
  for (const node of more) {
    for (const child of isTag(node) ? node.children : [node]) {
      const last = first.children.at(-1) ?? null;
      child.parent = first;
      child.prev = last;
      child.next = null;
      if (last) last.next = child;
      first.children.push(child);
    }
  }
}
