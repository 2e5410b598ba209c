import { type ChildNode, type Element, isText } from 'domhandler';
import { besideTimes } from '../dates.ts';
import { removeWhere } from '../dom/remove.ts';
import { blocksIn, isBlank, some, textOf } from '../dom/tree.ts';
import type { Rule } from '../rule.ts';

/** Longest block that is a time with its byline, in characters. */
const longestBlock = 120;
/** Longest byline beside a time, in characters. */
const longestByline = 48;
/** How many blocks from the start a time may stand. */
const head = 5;

/** The frozen time at the top of an article, with the byline it stands in: the page tells both by itself. */
export const rule: Rule = {
  name: 'timestamp',
  apply(root, _context, receipt) {
    const found = new Set<Element>();
    for (const block of blocksIn(root).slice(0, head)) {
      if (textOf(block, longestBlock + 1).length > longestBlock) break;
      if (isTimeWithByline(block)) found.add(block);
    }
    removeWhere(root, rule.name, receipt, (block) => found.has(block));
  },
};

/** One line of the block is a time and nothing else; the other lines, if any, are a name. */
function isTimeWithByline(block: Element): boolean {
  if (some(block, (node) => 'name' in node && node.name === 'img')) return false;
  const beside = linesOf(block).map((line) => ({ line, rest: besideTimes(line) }));
  if (!beside.some(({ rest }) => rest === '')) return false;
  const byline = beside.filter(({ rest }) => rest !== '').map(({ line }) => line);
  return byline.join(' ').length <= longestByline && !byline.some((line) => /[。！？!?;；…]/.test(line));
}

/** The texts of a block, parted at every tag. */
function linesOf(node: ChildNode): string[] {
  if (isText(node)) return isBlank(node.data) ? [] : [node.data.trim()];
  return 'children' in node ? node.children.flatMap(linesOf) : [];
}
