import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { textOf } from '../../html/text-of.ts';
import { element, elementsOf, text } from '../../html/tree.ts';
import { isMath, mathAttributesOf, mathTokens } from './elements.ts';
import { plainTex } from './tex.ts';

/** The name of an element of MathML without the prefix of its namespace (`mml:mi`). */
export const mathName = ({ name }: Element): string => name.replace(/^(?:m|mml|mathml):/, '');

/**
 * A formula as presentation MathML of the table and nothing else, with its TeX as `alttext` where it has one; else its
 * TeX, or its plain text, as `code`. Null for a formula without any text.
 */
export function plainMath(math: Element): Element | null {
  const tex = texIn(math);
  const sourceNames = elementsOf(math).map(mathName);
  const children = plainParts(math.children);
  const made = element('math', mathAttributesOf('math', math.attribs), children);
  const isPresentation = sourceNames.some((name) => mathTokens.has(name));
  if (isPresentation && textOf(made) !== '') {
    if (math.attribs['mode'] === 'display') made.attribs['display'] = 'block';
    if (tex !== '') made.attribs = mathAttributesOf('math', { ...made.attribs, alttext: tex });
    return made;
  }
  const words = tex || plainTex(textOf(math));
  return words === '' ? null : element('code', {}, [text(words)]);
}

/** The TeX of a formula: that of an annotation, else of an attribute, else ''. */
export function texIn(around: Element): string {
  const annotation = elementsOf(around).find(
    (found) => mathName(found) === 'annotation' && /tex/i.test(found.attribs['encoding'] ?? 'tex'),
  );
  const { alttext = '', 'data-tex': data = '', 'data-latex': latex = '' } = around.attribs;
  return plainTex(annotation ? textOf(annotation) : alttext || data || latex);
}

const plainParts = (nodes: readonly ChildNode[]): Element[] => nodes.flatMap(plainPart);

/** One node between the elements of a formula, as elements of the table. */
function plainPart(node: ChildNode): Element[] {
  if (isText(node)) return node.data.trim() === '' ? [] : [element('mtext', {}, [text(node.data.trim())])];
  if (!isTag(node)) return [];
  const name = mathName(node);
  if (mathTokens.has(name)) {
    const words = textOf(node);
    return words === '' && name !== 'mi'
      ? []
      : [element(name, mathAttributesOf(name, node.attribs), [text(words)])];
  }
  const children = node.children.filter(isTag);
  if (isMath(name) && name !== 'math')
    return [element(name, mathAttributesOf(name, node.attribs), plainParts(node.children))];
  if (name === 'semantics' || name === 'maction') return children.slice(0, 1).flatMap(plainPart);
  if (name === 'mlabeledtr') return [element('mtr', {}, plainParts(children.slice(1)))];
  if (name === 'mfenced') return [fenced(node, children)];
  if (name === 'none') return [element('mrow')];
  if (name === 'menclose') return [element('mrow', {}, plainParts(node.children))];
  return [];
}

/** The brackets and separators that the retired `mfenced` stands for. */
function fenced({ attribs }: Element, children: readonly Element[]): Element {
  const { open = '(', close = ')', separators = ',' } = attribs;
  const marks = [...separators.replace(/\s/g, '')];
  const mark = (words: string) => (words === '' ? [] : [element('mo', {}, [text(words)])]);
  const parts = children.flatMap((child, index) => [
    ...(index === 0 ? [] : mark(marks[Math.min(index, marks.length) - 1] ?? '')),
    ...plainPart(child),
  ]);
  return element('mrow', {}, [...mark(open), ...parts, ...mark(close)]);
}
