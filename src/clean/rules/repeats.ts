import { isHeading } from '../../html/nodes.ts';
import { memoize } from '../../text/memoize.ts';
import { type Line, removeLines } from '../dom/lines.ts';
import type { Rule } from '../rule.ts';

/** The headline is removed only from this many first lines. */
const head = 4;
/** Shortest lead, in letters: shorter paragraphs may repeat by accident. */
const shortestLead = 20;

/** Separators between a headline and the name of its source. */
const separator = /\s+[-–—|｜_·»«]+\s+|\s*[|｜]\s*/u;

/** Removes the headline from the first lines of the body, and the first of two equal leads. */
export const rule: Rule = {
  name: 'repeats',
  apply(root, { title }, receipt) {
    const headline = letters(title);
    const parts = title.split(separator).map(letters);
    const ends = parts.length > 1 ? [parts[0], parts.at(-1)] : [];
    removeLines(root, receipt, (line, index, lines) => {
      if (line.fromStart >= head || line.fromEnd === 0 || line.pictured) return null;
      const own = letters(line.text);
      const isPart = own !== '' && (isHeading(line.block) || line.fromStart === 0) && ends.includes(own);
      return isPart || isHeadline(own, headline) || isRepeatedLead(line, lines[index + 1]) ? rule.name : null;
    });
  },
};

const letters = memoize((text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ''),
);

/** Whether a line has the letters of the headline, or of the headline without the name of the source. */
function isHeadline(line: string, headline: string): boolean {
  if (line.length < 4 || headline === '') return false;
  const isPart = headline.startsWith(line) || headline.endsWith(line);
  return line === headline || (isPart && line.length >= headline.length * 0.7);
}

function isRepeatedLead(line: Line, next: Line | undefined): boolean {
  const own = letters(line.text);
  return own.length >= shortestLead && next !== undefined && own === letters(next.text);
}
