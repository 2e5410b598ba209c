import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { isBlock, isNamed } from '../html/nodes.ts';
import { foldSpace, textOf } from '../html/text-of.ts';

/** Reading aids, which repeat the words that they stand beside. */
const aids = ['rt', 'rp'];
/** What a mark of a note shows: a number, a letter, an asterisk, in brackets or not. */
const noteMark =
  /^[[(（【〔]?\s*(?:\d{1,3}|[a-z]|[ivx]{1,5}|note \d+|注\s*\d*|\*{1,3}|[†‡§¶]|[↩↑^]\ufe0e?)\s*[\])）】〕]?[.:]?$/iu;

/**
 * The text below a node as one line for an excerpt: without the marks of footnotes and the readings of Chinese and
 * Japanese characters, with formulas as TeX. Stops after about `limit` characters.
 */
export function excerptText(node: AnyNode, limit = Number.POSITIVE_INFINITY): string {
  return foldSpace(gather(node, '', limit)).trim();
}

function gather(from: AnyNode, before: string, limit: number): string {
  if (before.length > limit) return before;
  if (isText(from)) return before + from.data;
  if (!('children' in from)) return before;
  if (isTag(from) && aids.includes(from.name)) return before;
  if (isTag(from) && isNoteMark(from)) return before;
  if (isTag(from) && from.name === 'math') return before + (from.attribs['alttext'] ?? formulaText(from));
  const space = isBlock(from) || isNamed(from, 'br') ? ' ' : '';
  let gathered = before + space;
  for (const child of from.children) gathered = gather(child, gathered, limit);
  return gathered + space;
}

/** Whether an element is the mark of a note: a raised link, or a link within the article, of a number or a sign. */
function isNoteMark(found: Element): boolean {
  const isLink = found.name === 'a' && (found.attribs['href'] ?? '').startsWith('#');
  const isRaised = found.name === 'sup' && found.children.some((child) => isNamed(child, 'a'));
  const isBracketed = found.name === 'sup' && /^[[【〔].*[\]】〕]$/.test(textOf(found, 12));
  return (
    (isLink || isRaised || isBracketed) &&
    textOf(found, 12)
      .split(/\s+/)
      .every((mark) => noteMark.test(mark))
  );
}

/** How an element of MathML reads in a line of text, of the readings of its children. */
const readings: Record<string, (parts: string[]) => string> = {
  mfrac: ([over = '', under = '']) => `${grouped(over)}/${grouped(under)}`,
  msup: ([base = '', power = '']) => `${grouped(base)}^${grouped(power)}`,
  mover: ([base = '', power = '']) => `${grouped(base)}^${grouped(power)}`,
  msub: ([base = '', index = '']) => `${grouped(base)}_${grouped(index)}`,
  munder: ([base = '', index = '']) => `${grouped(base)}_${grouped(index)}`,
  msubsup: ([base = '', index = '', power = '']) => `${grouped(base)}_${grouped(index)}^${grouped(power)}`,
  munderover: ([base = '', index = '', power = '']) => `${grouped(base)}_${grouped(index)}^${grouped(power)}`,
  msqrt: (parts) => `√${grouped(parts.join(''))}`,
  mroot: ([base = '', degree = '']) => `${grouped(base)}^(1/${degree})`,
};

const grouped = (part: string): string => ([...part].length > 1 ? `(${part})` : part);

function formulaText(found: AnyNode): string {
  if (isText(found)) return found.data.trim();
  if (!isTag(found)) return '';
  const parts = found.children.map(formulaText);
  return readings[found.name]?.(parts) ?? parts.join('');
}
