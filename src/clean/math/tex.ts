import type { Element } from 'domhandler';
import { type ChildNode, isTag, isText } from 'domhandler';
import { foldSpace } from '../../html/text-of.ts';
import { elementsOf } from '../../html/tree.ts';

/** TeX without the marks around it: `$…$`, `\(…\)`, `\[…\]`, `{\displaystyle …}`. */
export function plainTex(tex: string): string {
  let plain = foldSpace(tex).trim();
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain
      .replace(/^(\$\$?)(?!\$)([^$]+)\1$/, '$2')
      .replace(/^\\\((.*)\\\)$/, '$1')
      .replace(/^\\\[(.*)\\\]$/, '$1')
      .replace(/^\{\\(?:displaystyle|textstyle|scriptstyle)\s+(.*)\}$/, '$1')
      .replace(/^\\(?:displaystyle|textstyle)\s+/, '')
      .trim();
  }
  return plain;
}

/** Boxes of KaTeX that only make room. */
const room = /(?:^|\s)(?:strut|pstrut|vlist-s|frac-line|nulldelimiter|sqrt-line|hide-tail|svg-align)(?:\s|$)/;

/**
 * What KaTeX shows of a formula, as TeX: for feeds that leave out its MathML. KaTeX writes the lower of two lines first,
 * so its plain text turns a fraction over.
 */
export function texOfKatex(found: ChildNode): string {
  if (isText(found)) return found.data;
  if (!isTag(found)) return '';
  const classes = ` ${found.attribs['class'] ?? ''} `;
  if (room.test(classes)) return '';
  if (classes.includes(' mfrac ')) {
    const lines = linesOf(found);
    return `\\frac{${lines.at(-1) ?? ''}}{${lines[0] ?? ''}}`;
  }
  if (classes.includes(' msupsub ')) return scripts(found);
  const inside = found.children.map(texOfKatex).join('');
  return classes.includes(' sqrt ') ? `\\sqrt{${inside.replace(/[√\s]+/g, '')}}` : inside;
}

function scripts(found: Element): string {
  const [first = '', second] = linesOf(found);
  if (second !== undefined) return `_{${first}}^{${second}}`;
  const top = Number(/top:\s*(-?[\d.]+)em/.exec(firstLine(found)?.attribs['style'] ?? '')?.[1] ?? -3);
  return `${top < -2.8 ? '^' : '_'}{${first}}`;
}

const listOf = (found: Element): Element | undefined =>
  elementsOf(found).find(({ attribs }) => attribs['class'] === 'vlist');
const firstLine = (found: Element): Element | undefined => listOf(found)?.children.find(isTag);

/** The lines of a box of KaTeX, the lowest first. */
function linesOf(found: Element): string[] {
  const lines =
    listOf(found)?.children.map((child) =>
      texOfKatex(child)
        .replace(/\u200b/g, '')
        .trim(),
    ) ?? [];
  return lines.filter((line) => line !== '');
}
