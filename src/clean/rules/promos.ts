import { type ChildNode, isTag } from 'domhandler';
import { isBlock, isNamed, setChildren, some, textOf } from '../dom/tree.ts';
import type { Rule } from '../rule.ts';

/** Longest text beside the links of a promo, in characters. */
const longestTalk = 60;
/** Most blocks that a promo is made of. */
const mostBlocks = 4;

/** What stands behind the last rule of a body and is little else than links: "get more feeds here". */
export const rule: Rule = {
  name: 'promo',
  apply(root, _context, receipt) {
    const last = root.children.findLastIndex((child) => isNamed(child, 'hr'));
    if (last < 0) return;
    const tail = root.children
      .slice(last + 1)
      .filter(isTag)
      .filter(isBlock);
    if (tail.length === 0 || tail.length > mostBlocks || !tail.every(isMostlyLinks)) return;
    if (!tail.every((block) => receipt.mayRemove(block))) return;
    for (const block of tail) receipt.note(rule.name, block);
    setChildren(root, root.children.slice(0, last));
  },
};

function isMostlyLinks(block: ChildNode): boolean {
  const links = linkText(block);
  const hasPicture = 'children' in block && some(block, (node) => isNamed(node, 'img'));
  return links > 0 && !hasPicture && textOf(block).length - links <= longestTalk;
}

function linkText(node: ChildNode): number {
  if (isNamed(node, 'a')) return textOf(node).length;
  return 'children' in node ? node.children.reduce((sum, child) => sum + linkText(child), 0) : 0;
}
