import { type ChildNode, type Element, isTag } from 'domhandler';
import { hasWords, isBlock, isHeading, isNamed, some } from '../../html/nodes.ts';
import { textOf } from '../../html/text-of.ts';
import { element, elementsOf, rename, rewrite } from '../../html/tree.ts';
import { isMarkId } from '../dom/anchors.ts';
import { flowInto } from '../dom/flow.ts';
import { joinInline } from '../dom/join.ts';
import { preformatted } from '../dom/preformatted.ts';
import { isSame, repeated } from '../dom/runs.ts';
import { isMath } from '../math/elements.ts';
import type { Rule } from '../rule.ts';

/** Inline elements with a meaning. All others are dissolved: their content stays. */
const meaningful = new Set(
  `a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rb rp rt ruby s samp small span strong sub sup
  time u var`.split(/\s+/),
);
const renamed = new Map([
  ['strike', 's'],
  ['acronym', 'abbr'],
  ['rtc', 'rt'],
  ['tt', 'code'],
]);
const pre = new Set(['pre']);
const tables = new Set(['table']);

/** Removes layout and puts text into paragraphs: see `flowInto`. */
export const rule: Rule = {
  name: 'paragraphs',
  apply(root) {
    rewrite(root, (found) => [preformatted(found)], pre);
    rewrite(root, (found) => (isFrame(found) ? cellsOf(found) : undefined), tables);
    rewrite(root, (found) => {
      if (isBlock(found) || isMath(found.name)) return undefined;
      rename(found, renamed.get(found.name) ?? found.name);
      if (!meaningful.has(found.name) || isIdle(found)) return found.children;
      return found.children.some((child) => isNamed(child, 'br')) ? splitAtBreaks(found) : undefined;
    });
    flowInto(root);
    joinInline(root);
  },
};

/** Whether a table of one row only puts a picture beside words, or one thing into a frame. */
function isFrame(table: Element): boolean {
  const inside = elementsOf(table);
  if (inside.some((found) => isNamed(found, 'th', 'caption', 'table'))) return false;
  const cells = inside.filter((found) => found.name === 'td');
  const rows = inside.filter((found) => found.name === 'tr');
  const isPictured = (cell: Element) => textOf(cell, 1) === '' && some(cell, (node) => isNamed(node, 'img'));
  return rows.length === 1 && cells.length > 0 && (cells.length === 1 || cells.some(isPictured));
}

const cellsOf = (table: Element): Element[] =>
  elementsOf(table)
    .filter((found) => found.name === 'td')
    .map((cell) => element('div', {}, cell.children));

/** Splits an inline element over several lines into one for each line, so that rules can remove single lines. */
function splitAtBreaks(found: Element): ChildNode[] {
  const parts: ChildNode[] = [];
  let line: ChildNode[] = [];
  const flush = () => {
    if (found.name === 'a' || line.some(hasWords))
      parts.push(element(found.name, { ...found.attribs }, line));
    else parts.push(...line);
    line = [];
  };
  for (const child of found.children) {
    if (isNamed(child, 'br')) {
      flush();
      parts.push(child);
    } else line.push(child);
  }
  flush();
  return parts;
}

/** Whether an inline element has no effect: a plain span, or emphasis of nothing, in the same emphasis, in a heading. */
function isIdle(found: Element): boolean {
  if (isMarkId(found.attribs['id'])) return false;
  if (found.name === 'span') return !('dir' in found.attribs) && !('lang' in found.attribs);
  if (['a', 'br', 'img', 'rt', 'rp', 'rb'].includes(found.name)) return false;
  if (!hasWords(found)) return true;
  const reaches = repeated.has(found.name);
  for (let around = found.parent; around && isTag(around); around = around.parent) {
    if (isSame(around.name, found.name) || (isHeading(around) && isSame(found.name, 'b'))) return true;
    if (isBlock(around) && !reaches) return false;
  }
  return false;
}
