import { absoluteAddress } from '../address/absolute.ts';
import { rewrite } from '../dom/tree.ts';
import type { Rule } from '../rule.ts';

/** Links lead to absolute http(s) addresses without tracking; others, and those around nothing, are dissolved. */
export const rule: Rule = {
  name: 'link',
  apply(root, { base }) {
    rewrite(root, (found) => {
      if (found.name !== 'a') return undefined;
      const address = absoluteAddress(found.attribs['href'], base);
      if (address === null) return found.children;
      found.attribs = { href: address };
      return undefined;
    });
  },
};
