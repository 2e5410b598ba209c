import render from 'dom-serializer';
import {
  type ChildNode,
  type Document,
  type Element,
  isTag,
  isText,
  type ParentNode,
  Text,
} from 'domhandler';
import { isBlankText, isBlock, isNamed } from '../html/nodes.ts';
import { setChildren } from '../html/tree.ts';
import { joinInline } from './dom/join.ts';
import { dropLineEnds } from './dom/preformatted.ts';

/**
 * Writes the tree as HTML that reads well in a diff: each block on a line of its own, no blank line, white space
 * collapsed outside of `<pre>`. The HTML starts with a block tag because the rules leave only blocks in the root.
 */
export function formatHtml(root: Document): string {
  joinInline(root);
  arrange(root);
  return render(root, { encodeEntities: 'utf8', selfClosingTags: false }).trim();
}

/** White space inside `pre` stays as it is; only behind its text nothing remains. */
function arrange(parent: ParentNode): void {
  const holdsBlocks = parent.children.some(isBlock);
  const children: ChildNode[] = [];
  for (const child of parent.children) {
    if (isText(child)) collapse(child);
    if (holdsBlocks && isBlankText(child)) continue;
    if (isTag(child) && child.name === 'pre') dropLineEnds(child);
    else if (isTag(child)) arrange(child);
    if (holdsBlocks && isBlock(child)) children.push(new Text('\n'));
    children.push(child);
  }
  if (holdsBlocks && isBlock(children.at(-1) as ChildNode)) children.push(new Text('\n'));
  setChildren(parent, children);
  if (!holdsBlocks && isTag(parent) && isBlock(parent)) trimEnds(parent);
}

/** Collapses white space to one space, and to none beside a line break. */
function collapse(found: Text): void {
  found.data = found.data.replace(/[\t\n\f\r][\t\n\f\r ]*| [\t\n\f\r ]+/g, ' ');
  if (isNamed(found.prev, 'br')) dropStart(found);
  if (isNamed(found.next, 'br')) dropEnd(found);
}

function trimEnds(line: Element): void {
  const first = line.children[0];
  const last = line.children.at(-1);
  if (first && isText(first)) dropStart(first);
  if (last && isText(last)) dropEnd(last);
}

function dropStart(collapsed: Text): void {
  if (collapsed.data.startsWith(' ')) collapsed.data = collapsed.data.slice(1);
}

function dropEnd(collapsed: Text): void {
  if (collapsed.data.endsWith(' ')) collapsed.data = collapsed.data.slice(0, -1);
}
