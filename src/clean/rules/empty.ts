import { isTag, isText } from 'domhandler';
import { isBlock, isEmpty, isNamed, some } from '../../html/nodes.ts';
import { rewrite, text } from '../../html/tree.ts';
import { isMath } from '../math/elements.ts';
import type { Rule } from '../rule.ts';

/** Elements with a meaning although they show nothing. */
const meaningful = new Set(['td', 'th', 'br', 'img', 'hr', 'col']);

/** Removes elements that show nothing, and leaves a space where they held one between words. */
export const rule: Rule = {
  name: 'empty',
  apply(root) {
    rewrite(root, (found) => {
      if (meaningful.has(found.name) || isMath(found.name) || !isEmpty(found)) return undefined;
      if (isTag(found) && isBlock(found)) return [];
      return some(found, (node) => (isText(node) && node.data !== '') || isNamed(node, 'br'))
        ? [text(' ')]
        : [];
    });
  },
};
