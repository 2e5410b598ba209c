import { type AnyNode, type ChildNode, type Element, isTag, isText, type ParentNode } from 'domhandler';

/** Elements that a browser shows as blocks. */
const blocks = new Set(
  `address article aside blockquote body center caption colgroup dd details dialog dir div dl dt fieldset
  figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search
  section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);

const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Elements that are content without having text. */
const media = new Set(['img', 'picture', 'video', 'audio', 'iframe', 'embed', 'object', 'hr']);

export const isBlock = (node: AnyNode): boolean => isTag(node) && blocks.has(node.name);

/** Whether a node is an element with one of `names`. `false` does not narrow the type of the node. */
export function isNamed<T extends AnyNode>(
  node: T | null | undefined,
  ...names: string[]
): node is T & Element {
  return node != null && isTag(node) && names.includes(node.name);
}

export const isHeading = (node: AnyNode): boolean => isTag(node) && headings.has(node.name);

/** Whether a text is only white space of any kind and zero-width characters. */
export const isBlank = (text: string): boolean => !/[^\s\u00ad\u200b-\u200f\u2060\ufeff]/.test(text);
export const isBlankText = (node: AnyNode): boolean => isText(node) && isBlank(node.data);

/** Whether any node below `parent` passes. */
export function some(parent: ParentNode, passes: (node: ChildNode) => boolean): boolean {
  for (const child of parent.children) {
    if (passes(child) || (isTag(child) && some(child, passes))) return true;
  }
  return false;
}

/** Whether a node shows nothing: no text, picture, player or rule (`hr`). */
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

/** A run of nodes without the white space, line breaks and empty elements at both ends. */
export function trimRun(nodes: ChildNode[]): ChildNode[] {
  const idle = (node: ChildNode | undefined) => node && isEmpty(node);
  let start = 0;
  let end = nodes.length;
  while (start < end && idle(nodes[start])) start += 1;
  while (end > start && idle(nodes[end - 1])) end -= 1;
  return nodes.slice(start, end);
}
