import { type Line, removeLines } from '../dom/lines.ts';
import { isHeading } from '../dom/tree.ts';
import type { Rule } from '../rule.ts';

/** Among how many lines from the end it stands, and the longest, in characters. */
const tail = 6;
const longest = 480;
/** Lines that may stand behind it: credits, in characters each. */
const longestCredit = 100;

/** What announces it. */
const announcement =
  /^(?:(?:关于|關於)(?:作者|笔者|筆者|译者|譯者)|(?:作者|笔者|筆者)(?:简介|簡介|介绍|介紹)|about the (?:authors?|writers?))\s*[:：]?/iu;

/**
 * What is announced, below an article, as being about its author. Who wrote it, told without such words, is the
 * article's own; an invitation to follow them is a promo.
 */
export const rule: Rule = {
  name: 'bio',
  apply(root, _context, receipt) {
    removeLines(root, receipt, (line, index, lines) => {
      if (line.fromEnd >= tail || line.fromStart === 0 || !isBio(line, lines[index - 1])) return null;
      const behind = lines.slice(index + 1);
      return behind.every((other, at) => isCredit(other) || isBio(other, lines[index + at]))
        ? rule.name
        : null;
    });
  },
};

function isBio(line: Line, before: Line | undefined): boolean {
  if (line.pictured || line.text.length > longest || /^["“「『]/.test(line.text)) return false;
  if (announcement.test(line.text)) return true;
  return before !== undefined && announcement.exec(before.text)?.[0] === before.text;
}

const isCredit = ({ block, text, pictured }: Line): boolean =>
  !pictured && !isHeading(block) && text.length <= longestCredit;
