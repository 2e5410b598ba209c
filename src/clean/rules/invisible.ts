import { type ChildNode, type Element, isComment, isDirective, isTag } from 'domhandler';
import { type Replacement, replaceEach, rewrite } from '../../html/tree.ts';
import type { Rule } from '../rule.ts';

/** Elements whose content is never text of the article. */
const withoutText = new Set(
  `script style template textarea option select datalist xmp plaintext listing title head svg noembed
  noframes frameset applet canvas input button label legend meter progress area link meta base basefont param`.split(
    /\s+/,
  ),
);

/** Removes what no reader sees: comments, scripts, form fields, hidden elements. Notes nothing in the receipt. */
export const rule: Rule = {
  name: 'invisible',
  apply(root) {
    replaceEach(root, dropMarkup);
    rewrite(root, (found) => {
      if ((withoutText.has(found.name) && !isWidget(found)) || isSwitchedOff(found)) return [];
      replaceEach(found, dropMarkup);
      return undefined;
    });
  },
};

function dropMarkup(node: ChildNode): Replacement {
  if (isComment(node) || isDirective(node)) return [];
  return isTag(node) || node.type === 'text' ? undefined : [];
}

/** Whether a script shows a post of Telegram in its place. `embeds.ts` makes a card of it. */
const isWidget = (found: Element): boolean =>
  found.name === 'script' && 'data-telegram-post' in found.attribs;

/** Whether an element is hidden. `visibility: hidden` does not count: scripts of some sites lift it from the article. */
function isSwitchedOff({ name, attribs }: Element): boolean {
  if (name === 'img') return false;
  return 'hidden' in attribs || /(?:^|;)\s*display\s*:\s*none/i.test(attribs['style'] ?? '');
}
