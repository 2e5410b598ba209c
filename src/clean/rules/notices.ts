import { captionLinesOf, removeLines } from '../dom/lines.ts';
import { company, lines, sentences } from '../phrases/notices.ts';
import type { Rule } from '../rule.ts';

/** Longest notice, in characters. */
const longest = 400;
/** Longest skip link, apology or label of an advert, in characters. */
const longestLabel = 120;
/** Most letters that may remain of a line without its notices: "Note:", the name of an editor. */
const mostRemainder = 12;

/** Removes copyright, reprint and liability notices, skip links, apologies for players, labels of adverts. */
export const rule: Rule = {
  name: 'notices',
  apply(root, _context, receipt) {
    removeLines(root, receipt, (line) => {
      if (line.pictured || line.text.length > longest) return null;
      return wholeLine(line.text) ?? (isNotice(line.text) ? rule.name : null);
    });
    removeLines(root, receipt, ({ text }) => wholeLine(text), captionLinesOf(root));
  },
};

/** The lines of all kinds in one expression, as most lines are of none. */
const anyLine = new RegExp(
  Object.values(lines)
    .map(({ pattern }) => pattern.source)
    .join('|'),
  'i',
);

/** The name under which a line that is all of it a notice is removed, else null. */
function wholeLine(text: string): string | null {
  if (text.length > longestLabel) return null;
  const words = bare(text);
  if (!anyLine.test(words)) return null;
  const kind = Object.entries(lines).find(([, { pattern }]) => pattern.test(words))?.[0];
  return kind ? `${rule.name}/${kind}` : null;
}

/** All sentences in one expression, as most lines have none; the few that need the slow flag `u` apart. */
const unicodeSentences = sentences.patterns.filter(({ unicode }) => unicode);
const anyOtherSentence = new RegExp(
  sentences.patterns
    .filter(({ unicode }) => !unicode)
    .map(({ source }) => source)
    .join('|'),
  'i',
);

function isNotice(text: string): boolean {
  if (!anyOtherSentence.test(text) && !unicodeSentences.some((sentence) => sentence.test(text))) return false;
  const left = sentences.patterns.reduce((rest, sentence) => rest.replace(sentence, ' '), text);
  if (left === text) return false;
  const rest = company.patterns.reduce((words, companion) => words.replace(companion, ' '), left);
  return (rest.match(/[\p{L}\p{N}]/gu)?.length ?? 0) <= mostRemainder;
}

/** A line without the brackets, dashes and stars around it. */
function bare(text: string): string {
  return text.replace(/^[\s\-–—=_*~·[\](（【「『<>|]+|[\s\-–—=_*~·[\])）】」』<>|]+$/g, '');
}
