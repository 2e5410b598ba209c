import { type ChildNode, type Element, isTag } from 'domhandler';
import { isBlankText, isNamed } from '../../html/nodes.ts';
import { parseHtml } from '../../html/parse.ts';
import { matcher } from '../../html/selectors.ts';
import { textOf } from '../../html/text-of.ts';
import { element, elementsOf, type Replacement, rewrite, text } from '../../html/tree.ts';
import { texOfImage } from '../math/images.ts';
import { mathName, plainMath, texIn } from '../math/presentation.ts';
import { plainTex, texOfKatex } from '../math/tex.ts';
import type { Rule } from '../rule.ts';

/** What KaTeX, MathJax 2 and 3 and MediaWiki put around a formula that they show. */
const isShown = matcher([
  ...[
    '.katex',
    '.katex-display',
    '.katex-mathml',
    '.MathJax',
    '.MathJax_Display',
    '.MathJax_SVG',
    '.MathJax_CHTML',
  ],
  ...['.MathJax_SVG_Display', '.MJXc-display', '.mjx-chtml', '.MJX_Assistive_MathML', '.mwe-math-element'],
  ...['mjx-container', 'mjx-assistive-mml'],
]);
/** A formula as its author typed it: Pandoc, Discourse, Arithmatex, Jupyter, GitHub. */
const isTyped = matcher([
  '.math',
  '.arithmatex',
  '.math-inline',
  '.math-display',
  'math-renderer',
  'tex-math',
  '.tex-math',
]);
const isDrawing = matcher(['.katex-html', 'nobr', 'mjx-math', 'svg', '.mjx-math', 'img']);
const isPreview = matcher(['.MathJax_Preview', '.MathJax_Message', '.MathJax_Error_Preview']);
const isOwnLine = matcher([
  ...[
    '.katex-display',
    '.MathJax_Display',
    '.MathJax_SVG_Display',
    '.MJXc-display',
    'mjx-container[display=true]',
  ],
  ...['.math.display', '.math-display', '.mwe-math-element-block', 'div.math', 'div.arithmatex'],
]);

/** Gives each formula once: its MathML, else its TeX as `code`. Runs before hidden elements go, because MathML hides there. */
export const rule: Rule = {
  name: 'formulas',
  apply(root, _context, receipt) {
    rewrite(root, (found) => {
      const made = formula(found);
      const isDrawn = made?.length === 1 && made[0]?.type === 'tag' && isShown(found);
      const drawn = isDrawn ? elementsOf(found).find(isDrawing) : undefined;
      if (drawn) receipt.noteText(rule.name, textOf(made?.[0] as Element));
      return made;
    });
  },
};

function formula(found: Element): Replacement {
  if (mathName(found) === 'math') return only(plainMath(found));
  if (found.name === 'script')
    return /^math\//i.test(found.attribs['type'] ?? '') ? script(found) : undefined;
  if (found.name === 'img') {
    const tex = texOfImage(found);
    return tex === null ? undefined : [codeOf(tex)];
  }
  if (isPreview(found)) return [];
  if (isShown(found)) return shown(found);
  return isTyped(found) ? typed(found) : undefined;
}

const only = (made: Element | null): ChildNode[] => (made === null ? [] : [made]);
const codeOf = (tex: string): Element => element('code', {}, [text(tex)]);

/** What a formula that a script has drawn is kept as; undefined leaves it, because something else gives it. */
function shown(found: Element): Replacement {
  const made = drawn(found);
  if (made === null) return scriptBehind(found) ? [] : undefined;
  if (made.name === 'math' && isOwnLine(found)) made.attribs['display'] = 'block';
  return [made];
}

function drawn(found: Element): Element | null {
  const inside = elementsOf(found);
  const math = inside.find(({ name }) => name === 'math');
  if (math) return math;
  const source =
    found.attribs['data-mathml'] ??
    inside.find(({ attribs }) => attribs['data-mathml'])?.attribs['data-mathml'];
  const kept = source ? elementsOf(parseHtml(source)).find((node) => mathName(node) === 'math') : undefined;
  if (kept) return plainMath(kept);
  const tex = texIn(found) || inside.map(texIn).find((words) => words !== '');
  if (tex) return codeOf(tex);
  const code = inside.find(({ name, attribs }) => name === 'code' && Object.keys(attribs).length === 0);
  if (code) return code;
  const html = inside.find(({ attribs }) => attribs['class'] === 'katex-html');
  const seen = html ? plainTex(texOfKatex(html)) : '';
  return seen === '' ? null : codeOf(seen);
}

/** The script with the source of a formula, which MathJax 2 leaves behind what it draws. */
function scriptBehind(found: Element): Element | null {
  let next = found.next;
  while (next && (isBlankText(next) || (isTag(next) && (isPreview(next) || isShown(next))))) next = next.next;
  const isSource = isNamed(next, 'script') && /^math\//i.test(next.attribs['type'] ?? '');
  if (isSource) return next as Element;
  const around = found.parent;
  return around && isTag(around) && isShown(around) ? scriptBehind(around) : null;
}

/** The formula in a script of MathJax, unless it was drawn before the script. */
function script(found: Element): ChildNode[] {
  let before = found.prev;
  while (before && (isBlankText(before) || (isTag(before) && isPreview(before)))) before = before.prev;
  if (before && isTag(before) && isShown(before) && drawn(before) !== null) return [];
  const source = found.children.map((child) => ('data' in child ? child.data : '')).join('');
  if (/mml/i.test(found.attribs['type'] ?? '')) {
    const math = elementsOf(parseHtml(source)).find((node) => mathName(node) === 'math');
    return math ? only(plainMath(math)) : [];
  }
  const tex = plainTex(source.replace(/^\s*%?\s*<!\[CDATA\[|%?\s*\]\]>\s*$/g, ''));
  return tex === '' ? [] : [codeOf(tex)];
}

/** A formula between marks of TeX, or in an element that is only for formulas. */
function typed(found: Element): Replacement {
  const inside = elementsOf(found);
  const made = inside.find(({ name }) => name === 'math' || name === 'code');
  if (made) {
    if (made.name === 'math' && isOwnLine(found)) made.attribs['display'] = 'block';
    return textOf(found) === textOf(made) ? [made] : undefined;
  }
  const words = textOf(found);
  const isTex = /^(?:\\\(|\\\[|\$)/.test(words) || /[\\^_{}]/.test(words);
  return isTex && inside.length === 0 ? [codeOf(plainTex(words))] : undefined;
}
