import { isHeading } from '../../html/nodes.ts';
import { type Line, removeLines } from '../dom/lines.ts';
import { announcements, invitations, places } from '../phrases/bios.ts';
import type { Rule } from '../rule.ts';

/** A biography stands in one of so many last lines, and is no longer than this, in characters. */
const tail = 6;
const longest = 480;
/** Longest credit, in characters. Only credits may stand behind a biography. */
const longestCredit = 100;

/** The invitation to follow stands this far into the line, in characters, because the line says first who it is. */
const leastBefore = 4;

/** Removes the author's biography below an article: who wrote it and where to follow them. */
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
  if (announcements.pattern.test(line.text)) return true;
  if (before && announcements.pattern.exec(before.text)?.[0] === before.text) return true;
  const leads = line.links.length > 0 || places.pattern.test(line.text);
  return leads && (invitations.pattern.exec(line.text)?.index ?? 0) >= leastBefore;
}

const isCredit = ({ block, text, pictured }: Line): boolean =>
  !pictured && !isHeading(block) && text.length <= longestCredit;
