import { isTag, isText, type ParentNode } from 'domhandler';
import { convertText, type Script } from '../convert.ts';
import type { Rule } from '../rule.ts';

/** Elements whose text is the name of something elsewhere, or not Chinese. */
const untouched = new Set(['a', 'code', 'pre', 'kbd', 'samp', 'var']);

/** Converts the text to the Chinese script that the feed's settings ask for. Most feeds ask for none. */
export const rule: Rule = {
  name: 'conversion',
  apply(root, { options, language }) {
    const isChinese = language === null || /^(?:zh|yue|wuu|nan|hak|lzh)\b/i.test(language);
    if (options.convert && isChinese) convert(root, options.convert, options.keepWords ?? []);
  },
};

function convert(parent: ParentNode, to: Script, keepWords: readonly string[]): void {
  for (const child of parent.children) {
    if (isText(child)) child.data = convertText(child.data, to, keepWords);
    else if (isTag(child)) {
      const alt = child.attribs['alt'];
      if (alt) child.attribs['alt'] = convertText(alt, to, keepWords);
      if (!untouched.has(child.name)) convert(child, to, keepWords);
    }
  }
}
