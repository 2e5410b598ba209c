import type { Document, Element } from 'domhandler';
import { removeLines } from '../dom/lines.ts';
import { removeWhere } from '../dom/remove.ts';
import { isBlankText, isNamed, namesIn, replaceEach, setChildren } from '../dom/tree.ts';
import type { Rule } from '../rule.ts';

/** File names of pictures that are lines between parts of a text. */
const drawnRule =
  /(?:^|[/_.-])(?:(?:grey|gray|black|white|red|blue)[_-]?)?(?:line|divider|separator|hr)[_-]?\d{0,4}(?:x\d{1,4})?(?:[_-](?:nc|640|976))?\.(?:gif|png|jpe?g|svg|webp)$|[/_-]\d{3,4}x\d(?:[_-]nc)?\.(?:gif|png|jpe?g)$/i;
/** A line of nothing but one drawing character, or of the word "end" between such. */
const typedRule =
  /^[-–—=_~*·•]{1,12}\s?(?:the )?(?:end|完|全文完|正文完)\s?[-–—=_~*·•]{1,12}$|^(?:([=\-_~*·•—─━═#+<>.])\s?)(?:\1\s?){4,}$/iu;

/** Rules drawn as pictures or typed as characters, and real ones with nothing to part. */
export const rule: Rule = {
  name: 'decoration',
  apply(root, _context, receipt) {
    removeWhere(root, rule.name, receipt, (found) => found.name === 'figure' && isDrawnRule(found));
    removeLines(root, receipt, ({ text }) => (typedRule.test(text) ? rule.name : null));
    dropIdleRules(root);
  },
};

function isDrawnRule(figure: Element): boolean {
  const [picture, ...others] = figure.children.filter((child) => !isBlankText(child));
  if (!isNamed(picture, 'img') || others.length > 0) return false;
  return drawnRule.test(URL.parse(picture.attribs['src'] ?? '')?.pathname ?? '');
}

/** At the start, at the end, and behind another. */
function dropIdleRules(root: Document): void {
  const shown = root.children.filter((child) => !isBlankText(child));
  if (shown.length < root.children.length) setChildren(root, shown);
  if (!namesIn(root).has('hr')) return;
  const tail = new Set(shown.slice(shown.findLastIndex((child) => !isNamed(child, 'hr')) + 1));
  replaceEach(root, (child) => {
    if (!isNamed(child, 'hr')) return undefined;
    return child.prev === null || isNamed(child.prev, 'hr') || tail.has(child) ? [] : undefined;
  });
}
