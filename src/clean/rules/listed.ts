import type { Document } from 'domhandler';
import { isBlock, some } from '../../html/nodes.ts';
import { looksLikeSelector, matcher } from '../../html/selectors.ts';
import { textOf } from '../../html/text-of.ts';
import { elementsOf } from '../../html/tree.ts';
import { removeWhere } from '../dom/remove.ts';
import type { Receipt, Rule } from '../rule.ts';

/** Longest block that a phrase removes, in characters: phrases are for notices, not for articles. */
const longestBlock = 2000;
/** Applies the feed's `keep` and `remove` lists, before any rule decides by itself. */
export const rule: Rule = {
  name: 'listed',
  apply(root, { options }, receipt) {
    protect(root, options.keep ?? [], receipt);
    const { isSelected, holdsPhrase } = read(options.remove ?? [], 'remove', receipt);
    if (isSelected) removeWhere(root, rule.name, receipt, isSelected);
    if (holdsPhrase)
      removeWhere(root, rule.name, receipt, (found) => isLeaf(found) && holdsPhrase(textOf(found)));
  },
};

function protect(root: Document, entries: readonly string[], receipt: Receipt): void {
  if (entries.length === 0) return;
  const { isSelected, holdsPhrase } = read(entries, 'keep', receipt);
  for (const found of elementsOf(root)) {
    if (isSelected?.(found) || (holdsPhrase && isLeaf(found) && holdsPhrase(textOf(found))))
      receipt.keep(found);
  }
}

function read(entries: readonly string[], setting: 'remove' | 'keep', receipt: Receipt) {
  const given = entries.map((entry) => entry.trim()).filter(Boolean);
  const selectors = given.filter(looksLikeSelector);
  const phrases = given.filter((entry) => !looksLikeSelector(entry));
  const onSlow = (slow: string) => receipt.fail(`${setting}: ${slow}`, 'it takes too long');
  return {
    isSelected: selectors.length > 0 ? matcher(selectors, { onSlow }) : null,
    holdsPhrase:
      phrases.length > 0
        ? (text: string) => text.length <= longestBlock && phrases.some((phrase) => text.includes(phrase))
        : null,
  };
}

/** Whether a node is a block without a block in it. */
const isLeaf = (found: Parameters<typeof isBlock>[0]): boolean =>
  isBlock(found) && 'children' in found && !some(found, isBlock);
