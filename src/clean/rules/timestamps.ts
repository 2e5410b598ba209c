import type { Element } from 'domhandler';
import { longestBlock, timeWithByline } from '../byline.ts';
import { removeWhere } from '../dom/remove.ts';
import { blocksIn, textOf } from '../dom/tree.ts';
import type { Rule } from '../rule.ts';

/** How many blocks from the start a time may stand. */
const head = 5;

/** The frozen time at the top of an article, with the byline it stands in: the page tells both by itself. */
export const rule: Rule = {
  name: 'timestamp',
  apply(root, _context, receipt) {
    const found = new Set<Element>();
    for (const block of blocksIn(root).slice(0, head)) {
      if (textOf(block, longestBlock + 1).length > longestBlock) break;
      if (timeWithByline(block) !== null) found.add(block);
    }
    removeWhere(root, rule.name, receipt, (block) => found.has(block));
  },
};
