import { type ChildNode, type Element, isTag, isText, type ParentNode, Text } from 'domhandler';
import { isBlock, isNamed, some } from '../../html/nodes.ts';
import { parseHtml } from '../../html/parse.ts';
import { element, replaceEach, rewrite, setChildren, text } from '../../html/tree.ts';
import { paragraphsHtml } from '../../text/paragraphs-html.ts';
import type { Rule } from '../rule.ts';

/** Styles and classes by which a browser keeps the line ends of a text. */
const keepsLines =
  /(?:^|;)\s*white-space(?:-collapse)?\s*:\s*(?:pre-wrap|pre-line|break-spaces|pre|preserve(?:-breaks)?)\b/i;
const keepsLinesClass =
  /(?:^|\s)(?:whitespace-pre(?:-wrap|-line)?|whitespace-break-spaces|plaintext)(?:\s|$)/;

/**
 * Makes paragraphs, lines, lists and links of plain text: a body without a block or a line break that has blank lines, or
 * that has no element at all, and every element whose style keeps line ends.
 */
export const rule: Rule = {
  name: 'plain-text',
  apply(root) {
    if (isPlain(root)) flowLines(root);
    rewrite(root, (found) => {
      const { style = '', class: classes = '' } = found.attribs;
      if (found.name === 'pre' || !(keepsLines.test(style) || keepsLinesClass.test(classes)))
        return undefined;
      return lines(found);
    });
  },
};

function isPlain(root: ParentNode): boolean {
  if (some(root, (node) => isBlock(node) || isNamed(node, 'br', 'img', 'video', 'audio', 'iframe', 'math')))
    return false;
  const words = root.children
    .map((child) => (isText(child) ? child.data : 'x'))
    .join('')
    .trim();
  return words !== '' && (/\n[^\S\n]*\n/.test(words) || !root.children.some(isTag));
}

/** An element whose line ends count: its text as paragraphs, or with `br`s where it holds blocks or is a part of a line. */
function lines(found: Element): ChildNode[] | undefined {
  if (isBlock(found) && !some(found, (node) => isBlock(node) || isNamed(node, 'br'))) {
    flowLines(found);
    if (found.name === 'p') return [element('div', {}, found.children)];
    return undefined;
  }
  replaceEach(found, (child) => (isText(child) ? brokenLines(child) : undefined));
  return undefined;
}

function brokenLines(found: Text): ChildNode[] | undefined {
  const parts = found.data.split(/\r\n?|\n/);
  if (parts.length === 1 || found.data.trim() === '') return undefined;
  return parts.flatMap((part, index) => (index === 0 ? [text(part)] : [element('br'), text(part)]));
}

/** A character of the private planes that stands for an inline element while its line is read as text. */
const firstMark = 0xf0000;
const marks = /[\u{f0000}-\u{fffff}]/u;

/** Replaces the texts and inline elements of `parent` by the blocks that they are as plain text. */
function flowLines(parent: ParentNode): void {
  const inline = parent.children.filter((child) => isTag(child));
  const source = parent.children
    .map((child) => {
      if (isText(child)) return child.data.replace(/[\u{f0000}-\u{fffff}]/gu, '');
      return isTag(child) ? String.fromCodePoint(firstMark + inline.indexOf(child)) : '';
    })
    .join('');
  const made = parseHtml(paragraphsHtml(source));
  if (inline.length > 0) putBack(made, inline);
  setChildren(parent, made.children);
}

function putBack(parent: ParentNode, inline: readonly Element[]): void {
  replaceEach(parent, (child) => {
    if (!isText(child) || !marks.test(child.data)) return undefined;
    return child.data
      .split(/([\u{f0000}-\u{fffff}])/u)
      .filter((part) => part !== '')
      .map((part) => inline[(part.codePointAt(0) ?? 0) - firstMark] ?? new Text(part));
  });
  for (const child of parent.children) if (isTag(child) && !inline.includes(child)) putBack(child, inline);
}
