import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { isBlankText, isBlock, isEmpty, some } from '../../html/nodes.ts';
import { rewrite, setChildren, text } from '../../html/tree.ts';

/** Leaves only text and inline elements in a `pre`: line breaks and the ends of blocks become line ends. */
export function preformatted(found: Element): Element {
  rewrite(found, (inside) => (inside.name === 'br' ? [text('\n')] : undefined));
  const lines: ChildNode[] = [];
  const add = (nodes: readonly ChildNode[]) => {
    for (const node of nodes) {
      if (isTag(node) && isBlock(node)) {
        add(node.children);
        const last = node.children.findLast((child) => !isBlankText(child));
        if (!last || !isBlock(last)) lines.push(text('\n'));
      } else if (isTag(node) && some(node, isBlock)) add(node.children);
      else lines.push(node);
    }
  };
  add(found.children);
  setChildren(found, lines.slice(lines.findIndex((node) => !isEmpty(node))));
  const [first] = found.children;
  if (first && isText(first)) first.data = first.data.replace(/^(?:[\t ]*\r?\n)+/, '');
  return found;
}

/** Removes the line ends behind the text of a `pre`. */
export function dropLineEnds(parent: Element): void {
  for (let last = parent.children.at(-1); last; last = parent.children.at(-1)) {
    if (isTag(last)) dropLineEnds(last);
    else if (isText(last)) last.data = last.data.replace(/[\r\n]+$/, '');
    const isGone =
      (isText(last) && last.data === '') ||
      (isTag(last) && last.children.length === 0 && last.name !== 'img');
    if (!isGone) return;
    setChildren(parent, parent.children.slice(0, -1));
  }
}
