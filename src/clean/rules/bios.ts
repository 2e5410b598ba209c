import { isHeading } from '../../html/tree.ts';
import { type Line, removeLines } from '../dom/lines.ts';
import type { Rule } from '../rule.ts';

/** Among how many lines from the end it stands, and the longest, in characters. */
const tail = 6;
const longest = 480;
/** Lines that may stand behind it: credits, in characters each. */
const longestCredit = 100;

/** An invitation to follow whoever wrote the article; "millions follow him" is none. */
const invitation =
  /(?:欢迎|歡迎|请|請|可以?)[^。]{0,24}(?:关注|關注|追踪|追蹤)(?:他|她|其|作者|笔者|筆者)|(?:^|[.。)\]”"]\s*)(?:you can )?(?:follow|find) (?:him|her|them|me|\p{Lu}[\p{L}.’' -]{1,40}) (?:on|at) |(?:^|[.。]\s*)(?:he|she|they) tweets? (?:at|as)\b/iu;
/** Where to follow them, when it is no link. */
const place =
  /@\w|twitter|推特|facebook|脸书|臉書|instagram|mastodon|bluesky|threads|linkedin|微博|微信|youtube|telegram/i;
/** Who it is about is told before. */
const leastBefore = 4;

/** What announces it when it is announced. */
const announcement =
  /^(?:(?:关于|關於)(?:作者|笔者|筆者|译者|譯者)|(?:作者|笔者|筆者)(?:简介|簡介|介绍|介紹)|about the (?:authors?|writers?))\s*[:：]?/iu;

/** Who wrote the article and where to follow them, below it: the same under each of their articles. */
export const rule: Rule = {
  name: 'bios',
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
  if (before && announcement.exec(before.text)?.[0] === before.text) return true;
  const leads = line.links.length > 0 || place.test(line.text);
  return leads && (invitation.exec(line.text)?.index ?? 0) >= leastBefore;
}

const isCredit = ({ block, text, pictured }: Line): boolean =>
  !pictured && !isHeading(block) && text.length <= longestCredit;
