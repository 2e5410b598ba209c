import { type AnyNode, isTag, isText, type Text } from 'domhandler';
import { isBlock, isNamed } from './nodes.ts';

/** The text below a node with white space collapsed and trimmed. Stops after about `limit` characters. */
export function textOf(node: AnyNode, limit = Number.POSITIVE_INFINITY): string {
  const only = isTag(node) && node.children.length === 1 ? node.children[0] : node;
  return only && isText(only) ? lineOf(only) : foldSpace(gatherText(node, '', limit)).trim();
}

/**
 * The lines of texts, cached because every rule asks again for texts that did not change. Cannot change an answer: a
 * line counts only while the text has the data that the line was made from.
 */
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

/** White space that is not one plain space. Written so that the engine tries most characters once. */
export const unfolded = /[^\S ]\s*| \s+/g;

/** Every run of white space as one plain space. */
export const foldSpace = (text: string): string => text.replace(unfolded, ' ');
