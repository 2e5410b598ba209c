import { type Element, isDocument, isTag, type ParentNode } from 'domhandler';
import { textOf } from '../../html/text-of.ts';
import { namesIn, replaceEach } from '../../html/tree.ts';
import type { Receipt } from '../rule.ts';

/** A rule that would remove this share of the text and this many characters has mistaken the article for clutter. */
const tooLargeShare = 0.5;
const tooLargeText = 400;

/**
 * Removes every element that passes, outermost first, and notes it in the receipt under `name`. With `names` only
 * elements of these names. Leaves elements that the `keep` list protects or that hold half of the article.
 */
export function removeWhere(
  root: ParentNode,
  name: string,
  receipt: Receipt,
  passes: (found: Element) => boolean,
  names?: ReadonlySet<string>,
): void {
  if (names && isDocument(root) && names.isDisjointFrom(namesIn(root))) return;
  let whole = -1;
  const mayGo = (found: Element) => {
    if ((names && !names.has(found.name)) || !passes(found) || !receipt.mayRemove(found)) return false;
    if (whole < 0) whole = textOf(root).length;
    const length = textOf(found, whole).length;
    return length <= tooLargeText || length < whole * tooLargeShare;
  };
  const sweep = (parent: ParentNode): void =>
    replaceEach(parent, (child) => {
      if (!isTag(child)) return undefined;
      if (mayGo(child)) {
        receipt.note(name, child);
        return [];
      }
      sweep(child);
      return undefined;
    });
  sweep(root);
}

/** Does the same for elements found before. */
export function removeThose(
  root: ParentNode,
  name: string,
  receipt: Receipt,
  those: ReadonlySet<Element>,
): void {
  if (those.size > 0) removeWhere(root, name, receipt, (found) => those.has(found));
}
