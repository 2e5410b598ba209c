import { flowInto } from '../dom/flow.ts';
import { rewrite } from '../dom/tree.ts';
import type { Rule } from '../rule.ts';

/** Inline elements that say nothing by themselves: what is in them stays. */
const meaningless = new Set([
  'font',
  'big',
  'nobr',
  'tt',
  'label',
  'output',
  'slot',
  'data',
  'picture',
  'blink',
]);
const renamed: Record<string, string> = { strike: 's', acronym: 'abbr', rtc: 'rt' };

/** Layout goes, text stands in paragraphs: see `flowInto`. */
export const rule: Rule = {
  name: 'paragraph',
  apply(root) {
    rewrite(root, (found) => {
      found.name = renamed[found.name] ?? found.name;
      const isPlainSpan = found.name === 'span' && !('dir' in found.attribs) && !('lang' in found.attribs);
      return isPlainSpan || meaningless.has(found.name) || found.name.includes('-')
        ? found.children
        : undefined;
    });
    flowInto(root);
  },
};
