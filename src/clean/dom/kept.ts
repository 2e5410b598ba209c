import { type ChildNode, type Element, isTag } from 'domhandler';
import { some } from '../../html/nodes.ts';

/**
 * Texts, pictures and players that the feed's `keep` list protects, whatever becomes of the boxes around them. Module
 * state, but it belongs to the nodes: the nodes of one body say nothing about another.
 */
const kept = new WeakSet<ChildNode>();

/** Protects an element and everything in it. */
export function keep(found: Element): void {
  kept.add(found);
  for (const child of found.children) {
    if (isTag(child)) keep(child);
    else kept.add(child);
  }
}

/** Protects the nodes that replace a protected node. */
export function keepLike(node: ChildNode, ...instead: ChildNode[]): void {
  if (!kept.has(node)) return;
  for (const made of instead) {
    if (isTag(made)) keep(made);
    else kept.add(made);
  }
}

/** Whether an element is protected, or anything in it. */
export const isKept = (found: Element): boolean => kept.has(found) || some(found, (node) => kept.has(node));
