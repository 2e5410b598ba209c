import { type ChildNode, type Element, isTag } from 'domhandler';
import { isBlankText, isEmpty, isNamed, trimRun } from '../../html/nodes.ts';
import { element, elementsOf } from '../../html/tree.ts';
import { placeOf } from './anchors.ts';

/** Inline elements that are repeated in every block inside them. Others are dissolved. */
export const repeated = new Set(['a', 'strong', 'b', 'em', 'i']);

const synonyms = new Map([
  ['b', 'strong'],
  ['i', 'em'],
]);
/** Whether two inline elements look the same. */
export const isSame = (name: string, other: string): boolean =>
  (synonyms.get(name) ?? name) === (synonyms.get(other) ?? other);

/** What surrounds a run of text: the attributes of its paragraph, the inline elements around its block. */
export interface Around {
  attribs: Record<string, string>;
  inline: readonly Element[];
}
export const nothingAround: Around = { attribs: {}, inline: [] };

/** What surrounds the children of an inline element. */
export function inside(found: Element, around: Around): Around {
  const adds = repeated.has(found.name) && !around.inline.some(({ name }) => isSame(name, found.name));
  return adds ? { ...around, inline: [...around.inline, found] } : around;
}

/**
 * Makes paragraphs of a run of inline nodes: splits it at two or more line breaks and makes figures of pictures that
 * stand alone or at either end of a line.
 */
export function paragraphElements(run: ChildNode[], around: Around): Element[] {
  if (run.length === 0) return [];
  if (!run.some(partsLine)) return plainParagraph(run, around);
  return splitAtBreaks(run, 2).flatMap((part) => paragraph(part, around));
}

/** Whether a node ends a line of words: a line break, or a picture that may stand alone. */
export const partsLine = (node: ChildNode): boolean => isTag(node) && (node.name === 'br' || isPicture(node));

/** The paragraph of a run that is one line of words, as most are. */
function plainParagraph(run: ChildNode[], around: Around): Element[] {
  const line = trimRun(run);
  return line.length === 0 ? [] : [element('p', { ...around.attribs }, wrapped(line, around))];
}

function paragraph(nodes: ChildNode[], around: Around): Element[] {
  const blocks: Element[] = [];
  let text: ChildNode[] = [];
  const flush = () => {
    const line = trimRun(text);
    if (!line.every(isEmpty)) blocks.push(element('p', { ...around.attribs }, line));
    text = [];
  };
  const show = (pictures: ChildNode[]) => {
    if (pictures.length > 0) flush();
    for (const one of pictures) blocks.push(element('figure', {}, wrapped([one], linkOf(around))));
  };
  for (const line of splitAtBreaks(nodes, 1)) {
    const [before, words, behind] = peel(line);
    show(before);
    if (words.length > 0) text.push(...(text.length > 0 ? [element('br')] : []), ...wrapped(words, around));
    show(behind);
  }
  flush();
  return blocks;
}

/** A picture smaller than this on a side, in pixels, belongs to the words beside it. */
const smallest = 64;

/** Splits a line into the pictures at its start, its words, and the pictures at its end. */
function peel(line: ChildNode[]): [ChildNode[], ChildNode[], ChildNode[]] {
  const shown = line.filter((node) => !isEmpty(node));
  if (shown.every(isPicture)) return [shown, [], []];
  const stands = (node: ChildNode) => isPicture(node) && !isSmall(node);
  const passes = (node: ChildNode) => isEmpty(node) || stands(node);
  const start = line.findIndex((node) => !passes(node));
  const end = line.findLastIndex((node) => !passes(node)) + 1;
  return [line.slice(0, start).filter(stands), line.slice(start, end), line.slice(end).filter(stands)];
}

function isSmall(found: Element): boolean {
  const [img] = found.name === 'img' ? [found] : elementsOf(found).filter(({ name }) => name === 'img');
  return ['width', 'height'].some((side) => Number(img?.attribs[side] ?? smallest) < smallest);
}

/** The links of what surrounds a picture: nothing else around it has a meaning. */
export const linkOf = ({ inline }: Around): Around => ({
  attribs: {},
  inline: inline.filter(({ name }) => name === 'a'),
});

/** Wraps nodes in copies of the inline elements around their block. */
export function wrapped(nodes: ChildNode[], { inline }: Around): ChildNode[] {
  if (inline.length === 0) return nodes;
  if (nodes.every(isEmpty)) return nodes;
  return inline.reduceRight((inner, { name, attribs }) => [element(name, { ...attribs }, inner)], nodes);
}

/** A picture, or a link around pictures alone. */
export function isPicture(node: ChildNode): node is Element {
  if (!isTag(node)) return false;
  if (node.name === 'img') return true;
  return (
    node.name === 'a' &&
    node.children.some(isPicture) &&
    node.children.every((child) => isPicture(child) || isBlankText(child))
  );
}

/** Splits a run at `least` or more line breaks. Nodes between the breaks that show nothing do not count. */
function splitAtBreaks(run: ChildNode[], least: number): ChildNode[][] {
  const parts: ChildNode[][] = [];
  let part: ChildNode[] = [];
  let held: ChildNode[] = [];
  for (const node of run) {
    if (isNamed(node, 'br') || (held.length > 0 && isEmpty(node))) {
      held.push(node);
      continue;
    }
    if (held.filter((waiting) => isNamed(waiting, 'br')).length >= least) {
      parts.push(part);
      part = [];
    } else for (const waiting of held) part.push(waiting);
    held = [];
    part.push(node);
  }
  parts.push(part);
  return parts.map(trimRun);
}

/** Wraps each line by itself, so that no inline element spans a line break. */
export function wrappedLines(nodes: ChildNode[], around: Around): ChildNode[] {
  if (around.inline.length === 0) return nodes;
  const lines = splitAtBreaks(nodes, 1).map((line) => wrapped(line, around));
  return lines.flatMap((line, index) => (index === 0 ? line : [element('br'), ...line]));
}

/** The attributes of a block that its paragraphs keep: direction, language, the place that a link leads to. */
export function textDirection({ attribs }: Element): Record<string, string> {
  const { dir = '', lang = '' } = attribs;
  const place = placeOf(attribs);
  if (dir === '' && lang === '') return place;
  return {
    ...place,
    ...(/^(?:rtl|ltr|auto)$/i.test(dir) && { dir: dir.toLowerCase() }),
    ...(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(lang) && { lang }),
  };
}
