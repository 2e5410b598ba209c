import { isHeading } from '../../html/nodes.ts';
import { memoize } from '../../text/memoize.ts';
import { type Line, removeLines } from '../dom/lines.ts';
import type { Rule } from '../rule.ts';

/** How many lines from the start the headline may stand again. */
const head = 4;
/** Shortest paragraph whose repetition is no accident, in letters. */
const shortestLead = 20;

/** What parts a headline from the name of its source. */
const separator = /\s+[-–—|｜_·»«]+\s+|\s*[|｜]\s*/u;

/** The headline as the first line of the body, and a lead that stands there twice. */
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

/** The same letters, or the headline without the name of the source before or behind it. */
function isHeadline(line: string, headline: string): boolean {
  if (line.length < 4 || headline === '') return false;
  const isPart = headline.startsWith(line) || headline.endsWith(line);
  return line === headline || (isPart && line.length >= headline.length * 0.7);
}

function isRepeatedLead(line: Line, next: Line | undefined): boolean {
  const own = letters(line.text);
  return own.length >= shortestLead && next !== undefined && own === letters(next.text);
}
