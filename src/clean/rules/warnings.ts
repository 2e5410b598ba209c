import { type ChildNode, type Element, isTag } from 'domhandler';
import { isBlank, isBlankText, isNamed } from '../../html/nodes.ts';
import { textOf } from '../../html/text-of.ts';
import { element, setChildren, text } from '../../html/tree.ts';
import { warningOf } from '../../text/content-warning.ts';
import type { Rule } from '../rule.ts';

/**
 * Folds a post below its content warning, as the network does where it was posted. The warning is the headline of the post
 * and opens the body: in a paragraph of its own with a label before it, or as the first line of the text.
 */
export const rule: Rule = {
  name: 'warnings',
  apply(root, { title }) {
    if (isBlank(title)) return;
    const shown = root.children.filter((child) => !isBlankText(child));
    const [first, ...rest] = shown;
    if (!first || !isTag(first) || !isNamed(first, 'p', 'div') || rest.length === 0) return;
    if (warningOf(textOf(first)) !== title && !isLabelled(first, title)) return;
    const folded = isNamed(rest[0], 'hr') ? rest.slice(1) : rest;
    if (folded.length === 0) return;
    setChildren(root, [element('details', {}, [element('summary', {}, [text(title)]), ...folded])]);
  },
};

/** Whether a line is the headline behind a bold label with a colon, in any language, before a rule. */
function isLabelled(line: Element, title: string): boolean {
  const [label, ...words] = line.children.filter((child) => !isBlankText(child));
  let next: ChildNode | null = line.next;
  while (next && isBlankText(next)) next = next.next;
  if (!label || !isTag(label) || !isNamed(label, 'strong', 'b') || !isNamed(next, 'hr')) return false;
  return /[:：]$/.test(textOf(label)) && textOf(element('span', {}, words)) === title;
}
