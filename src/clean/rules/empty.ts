import { isTag, isText } from 'domhandler';
import { isBlock, isEmpty, isNamed, some } from '../../html/nodes.ts';
import { rewrite, text } from '../../html/tree.ts';
import type { Rule } from '../rule.ts';

/** Elements that mean something without showing anything. */
const meaningful = new Set(['td', 'th', 'br', 'img', 'hr', 'col']);

/** Elements that show nothing go, and leave a space where they held one between words. */
export const rule: Rule = {
  name: 'empty',
  apply(root) {
    rewrite(root, (found) => {
      if (meaningful.has(found.name) || !isEmpty(found)) return undefined;
      if (isTag(found) && isBlock(found)) return [];
      return some(found, (node) => (isText(node) && node.data !== '') || isNamed(node, 'br'))
        ? [text(' ')]
        : [];
    });
  },
};
