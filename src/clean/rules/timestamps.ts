import type { Element } from 'domhandler';
import { isHeading, isNamed } from '../../html/nodes.ts';
import { textOf } from '../../html/text-of.ts';
import { blocksIn } from '../../html/tree.ts';
import { timeWithByline } from '../byline.ts';
import { removeThose } from '../dom/remove.ts';
import type { Rule } from '../rule.ts';

/** Most short lines before the time, such as a headline and a byline. */
const mostBefore = 2;
/** Longest such line, in characters. */
const longestLine = 60;

/** Removes the time and the byline at the top of an article: the page shows both by itself. */
export const rule: Rule = {
  name: 'timestamps',
  apply(root, _context, receipt) {
    const found = new Set<Element>();
    let before = 0;
    for (const block of blocksIn(root)) {
      if (isNamed(block, 'figure', 'hr')) continue;
      if (timeWithByline(block) !== null) found.add(block);
      else if (isText(block) || ++before > mostBefore) break;
    }
    removeThose(root, rule.name, receipt, found);
  },
};

/** Whether a block begins the article: a sentence, or anything longer or other than a line. */
function isText(block: Element): boolean {
  const line = textOf(block, longestLine + 1);
  const isLine = (isNamed(block, 'p', 'ul') || isHeading(block)) && line.length <= longestLine;
  return !isLine || /[。！？!?.…：:”"」]$/.test(line);
}
