import { type ChildNode, type Element, isComment, isDirective, isTag } from 'domhandler';
import { type Replacement, replaceEach, rewrite } from '../../html/tree.ts';
import type { Rule } from '../rule.ts';

/** Elements whose content is not text of the article, whatever is in it. */
const withoutText = new Set(
  `script style template textarea option select datalist xmp plaintext listing title head svg math noembed
  noframes frameset applet canvas input button label legend meter progress area link meta base basefont param`.split(
    /\s+/,
  ),
);

/** What no reader sees: comments, scripts, form fields, elements switched off. Not worth a line in the receipt. */
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

/** A script that puts a post of Telegram in its place: see `embeds.ts`. */
const isWidget = (found: Element): boolean =>
  found.name === 'script' && 'data-telegram-post' in found.attribs;

/** `visibility: hidden` does not count: scripts of some sites lift it from the whole article. */
function isSwitchedOff({ name, attribs }: Element): boolean {
  if (name === 'img') return false;
  return 'hidden' in attribs || /(?:^|;)\s*display\s*:\s*none/i.test(attribs['style'] ?? '');
}
